const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

interface FirstAdmin {
  id: string
  /** The id of the task that mails the link. */
  task: string
  email: string
  email_key: string
  name: string
  terms_version: string
  now: Date
}

/**
 * The SQL of the first admin, whom nobody who is signed in can make (A10): no password, and a mail with a link that sets
 * one. Written out, because wrangler takes no parameters; the mail comes last, so that a run that was cut off does no
 * harm.
 */
export function firstAdmin({ now, ...wish }: FirstAdmin): string[] {
  const at = now.getTime()
  const id = text(wish.id)
  return [
    `insert into accounts (id, name, email, email_key, accepted_terms_at, terms_version, time_zone, created_at) values
      (${id}, ${text(wish.name)}, ${text(wish.email)}, ${text(wish.email_key)}, ${at}, ${text(wish.terms_version)},
        'UTC', ${at})`,
    `update counters set value = value + 1 where name = 'student'`,
    `insert into students (account_id, student_id)
      select ${id}, printf('S%06d', value) from counters where name = 'student'`,
    `insert into account_roles (account_id, role, granted_at) values (${id}, 'admin', ${at})`,
    `insert into outbox (id, topic, payload, due_at, created_at)
      values (${text(wish.task)}, 'set_password', json_object('account_id', ${id}), ${at}, ${at})`,
  ]
}
