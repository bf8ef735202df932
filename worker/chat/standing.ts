/** What the registry told this object of its two people: whether they may reach each other. */
export class Standing {
  private blocked: boolean | undefined

  constructor(private readonly sql: SqlStorage) {}

  isBlocked(): boolean {
    return (this.blocked ??=
      this.sql.exec<{ blocked: number }>('select blocked from outline').toArray()[0]?.blocked === 1)
  }

  /** News may overtake each other; what was read last in D1 holds. */
  setBlocked(blocked: boolean, as_of: number): void {
    const told = blocked ? 1 : 0
    this.sql.exec('update outline set blocked = ?1, blocked_as_of = ?2 where blocked_as_of <= ?2', told, as_of)
    this.blocked = undefined
  }
}
