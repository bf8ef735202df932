import { env } from 'cloudflare:test'
import type { Notification } from '../contract/notifications'
import { now } from '../lib/clock'
import { newId } from '../lib/ids'
import { answer, api, type Person } from '../test/world'

interface PostWish {
  text?: string
  is_question?: boolean
  is_official?: boolean
}

/** A published post, as its author would have written it. */
export async function posted(by: Person, { text = 'Words', is_question = false, is_official = false }: PostWish = {}) {
  const [id, at] = [newId(now()), now().getTime()]
  await env.DB.prepare(
    `insert into posts (id, author_account_id, text, topic, is_question, is_official, created_at, published_at)
      values (?, ?, ?, 'general', ?, ?, ?, ?)`,
  )
    .bind(id, by.user.id, text, Number(is_question), Number(is_official), at, at)
    .run()
  return id
}

export const comment = (as: Person, post_id: string, text = 'Well said', parent_id?: string): Promise<Response> =>
  api('POST', `/community/posts/${post_id}/comment/`, { as, body: { text, ...(parent_id && { parent_id }) } })
export const commented = (as: Person, post_id: string, text?: string, parent_id?: string) =>
  answer(comment(as, post_id, text, parent_id), 201)

export const threads = (as: Person, post_id: string, query = '') =>
  answer(api('GET', `/community/posts/${post_id}/comments/${query}`, { as }), 200)

export const block = (as: Person, other: Person): Promise<unknown> =>
  answer(api('PUT', `/blocks/${other.user.student_id}/`, { as }), 204)

export const told = async (as: Person): Promise<Notification[]> =>
  (await answer(api('GET', '/notifications/?limit=100', { as }), 200)).items
export const toldKinds = async (as: Person): Promise<string[]> => (await told(as)).map(({ kind }) => kind)

export const valueOf = async <T>(sql: string, ...values: unknown[]): Promise<T> =>
  (await env.DB.prepare(sql)
    .bind(...values)
    .first<T>()) as T

/** What a person does over months, done at once: their word weighs whole from now on. */
export const trusted = async (as: Person): Promise<Person> => {
  const longAgo = now().getTime() - 30 * 86_400_000
  await env.DB.prepare('update accounts set created_at = ? where id = ?').bind(longAgo, as.user.id).run()
  return as
}
