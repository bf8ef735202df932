import { answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { connect } from '../test/peer'

/** Two people who have said hello, so that both may go on. */
export async function introduced() {
  const [asha, mira] = [await student(), await mentor()]
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)
  const room = roomOf(asha, mira, id)
  await room.say(mira, 'Welcome')
  return room
}

export function roomOf(asha: Person, mira: Teacher, id: string) {
  const path = `/chat/messages/${id}/`
  return {
    asha,
    mira,
    id,
    path,
    say: (as: Person, content: string, more: object = {}) =>
      answer(
        api('POST', '/chat/messages/', {
          as,
          body: {
            conversation_id: id,
            client_id: crypto.randomUUID(),
            content,
            ...more,
          },
        }),
        201,
      ),
    enter: (as: Person, query = '') => connect(`/conversations/${id}/${query}`, as),
    edit: (as: Person, seq: number, content: string) =>
      api('PUT', `${path}${seq}/`, {
        as,
        body: { content },
      }),
    remove: (as: Person, seq: number) => api('DELETE', `${path}${seq}/`, { as }),
    react: (as: Person, seq: number, emoji: string, on = true) =>
      api(on ? 'PUT' : 'DELETE', `${path}${seq}/reactions/${encodeURIComponent(emoji)}/`, { as }),
    page: (as: Person, query = '') => answer(api('GET', `${path}?${query}`, { as }), 200),
  }
}
