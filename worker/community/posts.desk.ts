import { env } from 'cloudflare:test'
import type * as z from 'zod'
import type { Post, PostPage } from '../contract/community'
import { now } from '../lib/clock'
import { newId } from '../lib/ids'
import { answer, api, student, type Person } from '../test/world'
import { trusted } from './comments.desk'

type Shown = z.infer<typeof Post>

/** Somebody whose first day is over. */
export const member = async (name?: string): Promise<Person> => trusted(await student(name ? { name } : {}))

export const publish = (as: Person, body: object = {}): Promise<Response> =>
  api('POST', '/community/posts/', { as, body: { text: 'Words', ...body } })
export const published = (as: Person, body: object = {}): Promise<Shown> => answer(publish(as, body), 201)

export const readPost = (as: Person | undefined, id: string): Promise<Response> =>
  api('GET', `/community/posts/${id}/`, { as })
export const shownTo = (as: Person | undefined, id: string): Promise<Shown> => answer(readPost(as, id), 200)

export const pageOf = (as: Person, query = '', limit = 20): Promise<z.infer<typeof PostPage>> =>
  answer(api('GET', `/community/posts/?limit=${limit}${query}`, { as }), 200)

/** Many posts of these people in one write, told to nobody: what a busy hour leaves in the tables. */
export async function arrived(count: number, by: Person[], { text = 'Words', tags = [] as string[] } = {}) {
  const at = now().getTime()
  const rows = Array.from({ length: count }, (_, i) => [newId(now()), by[i % by.length]?.user.id])
  const [posts, names] = [JSON.stringify(rows), JSON.stringify(tags)]
  await env.DB.batch([
    env.DB.prepare(
      `insert into posts (id, author_account_id, text, topic, created_at, published_at)
        select value ->> 0, value ->> 1, ?2, 'general', ?3, ?3 from json_each(?1)`,
    ).bind(posts, text, at),
    env.DB.prepare(
      'insert into post_tags (post_id, tag) select p.value ->> 0, t.value from json_each(?1) p, json_each(?2) t',
    ).bind(posts, names),
  ])
  return rows.map(([id]) => String(id))
}

/** Every page of a list, one after another; `between` happens before each further one. */
export async function walk(as: Person, query = '', limit = 7, between = async () => {}): Promise<Shown[]> {
  const found: Shown[] = []
  for (let cursor = ''; ;) {
    const page = await pageOf(as, `${query}${cursor}`, limit)
    found.push(...page.items)
    if (page.next_cursor === null) return found
    cursor = `&cursor=${encodeURIComponent(page.next_cursor)}`
    await between()
  }
}
export const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id)

export const act = (method: string, id: string, what: string, as: Person): Promise<Response> =>
  api(method, `/community/posts/${id}/${what}/`, { as })

/** A staff member whose session has shown a second factor. */
export async function staffWith(role: string): Promise<Person> {
  const who = await member('Rhea Staff')
  const at = now().getTime()
  await env.DB.batch([
    env.DB.prepare('insert into account_roles (account_id, role, granted_at) values (?, ?, ?)').bind(
      who.user.id,
      role,
      at,
    ),
    env.DB.prepare('update sessions set second_factor_at = ? where account_id = ?').bind(at, who.user.id),
  ])
  return who
}

/** As the weight of flags or a moderator does. */
export const hide = (id: string): Promise<unknown> =>
  env.DB.prepare('update posts set hidden_at = ? where id = ?').bind(now().getTime(), id).run()
