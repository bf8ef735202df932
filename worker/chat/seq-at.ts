/** The first message from an instant on, or the last one before it: `seq` and time go the same way. */
export function seqAt(sql: SqlStorage, last_seq: number, instant: number): number {
  let [low, high] = [1, Math.max(1, last_seq)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const { sent_at } = sql.exec<{ sent_at: number }>('select sent_at from messages where seq = ?', middle).one()
    if (sent_at < instant) low = middle + 1
    else high = middle
  }
  return low
}
