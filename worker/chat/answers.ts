/** A mentor's answer, and how long the student's first unanswered message had waited for it. */
export type Answer = { seq: number; mentor_account_id: string; answered_at: number; took_ms: number }

/** A made-up past may hold any number of them; the newest say enough. */
const AT_ONCE = 200

/**
 * Answers after a message and an instant. What the product itself says neither asks nor answers. The `+` keeps SQLite
 * from walking all that one person ever wrote, once for each message, by the index of their ids.
 */
export const answersAfter = (sql: SqlStorage, after_seq: number, since: number): Answer[] =>
  sql
    .exec<Answer>(
      `select seq, sender_id as mentor_account_id, sent_at as answered_at, sent_at - asked_at as took_ms from (
         select seq, sender_id, sent_at, (
           select min(asked.sent_at) from messages as asked
           where asked.kind = 'text' and asked.sender_id <> answer.sender_id and asked.seq < answer.seq
             and asked.seq > coalesce((
               select before.seq from messages as before
               where before.kind = 'text' and +before.sender_id = answer.sender_id and before.seq < answer.seq
               order by before.seq desc limit 1), 0)
         ) as asked_at
         from messages as answer
         where seq > ? and sent_at > ? and kind = 'text'
           and +sender_id in (select account_id from members where role = 'mentor'))
       where asked_at is not null order by seq desc limit ${AT_ONCE}`,
      after_seq,
      since,
    )
    .toArray()
