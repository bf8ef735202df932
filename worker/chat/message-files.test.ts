import { env, evictAllDurableObjects } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { fileJobs } from '../files/files.jobs'
import { png, pdf } from '../files/samples'
import { moveClock, now } from '../lib/clock'
import { runJobs } from '../lib/jobs'
import { get, named, send } from '../test/sending'
import { admin, answer, api, eventually, type Person } from '../test/world'
import { chatJobs } from './chat.jobs'
import { introduced } from './desk'

let side = 20
/** Each one is another picture. */
const bring = (id: string, as: Person, bytes = png(side++)) =>
  answer(send(`/chat/${id}/`, as, { file: named('a.png', bytes) }), 201)
const status = async (url: string, as: Person) => (await get(url, as)).status
const sweep = () => runJobs(env, { ...chatJobs, ...fileJobs })
const objectOf = async ({ file_id }: { file_id: string }) => await env.FILES.head(`files/private/${file_id}`)
const isToldTakenBack = ({ file_id }: { file_id: string }) =>
  eventually(() =>
    env.DB.prepare('select 1 from message_files where file_id = ? and taken_back_at is not null').bind(file_id).first(),
  )

it('a file is its owner’s alone until it is sent, and nobody’s after its message was deleted', async () => {
  const { id, asha, mira, say, remove } = await introduced()
  const file = await bring(id, asha)
  await evictAllDurableObjects()
  expect([await status(file.url, asha), await status(file.url, mira)]).toEqual([200, 404])
  const { seq } = await say(asha, 'Look', { attachments: [file.file_id] })
  await evictAllDurableObjects()
  expect(await status(file.url, mira)).toBe(200)
  await answer(remove(asha, seq), 200)
  await evictAllDurableObjects()
  expect(await status(file.url, mira)).toBe(404)
  await isToldTakenBack(file)
  expect(await status(file.url, asha)).toBe(404)
  await sweep()
  await sweep()
  expect(await objectOf(file)).toBe(null)
  const body = { conversation_id: id, client_id: 'again', content: '', attachments: [file.file_id] }
  expect((await api('POST', '/chat/messages/', { as: asha, body })).status).toBe(422)
})

it('a file that two messages show stays while one of them stands', async () => {
  const { id, asha, mira, say, remove } = await introduced()
  const file = await bring(id, asha)
  const attachments = [file.file_id]
  const [one, two] = [await say(asha, 'One', { attachments }), await say(asha, 'Two', { attachments })]
  await answer(remove(asha, one.seq), 200)
  expect(await status(file.url, mira)).toBe(200)
  await answer(remove(asha, two.seq), 200)
  expect(await status(file.url, mira)).toBe(404)
})

it('the same file brought again after its message was deleted may be sent again', async () => {
  const { id, asha, mira, say, remove } = await introduced()
  const bytes = pdf()
  const first = await bring(id, asha, bytes)
  await answer(remove(asha, (await say(asha, '', { attachments: [first.file_id] })).seq), 200)
  await isToldTakenBack(first)
  const second = await bring(id, asha, bytes)
  await say(asha, '', { attachments: [second.file_id] })
  await sweep()
  expect(await status(second.url, mira)).toBe(200)
})

it('the file of a reported message stays for moderators, whatever becomes of the message', async () => {
  const { id, asha, mira, path, say, remove } = await introduced()
  const file = await bring(id, mira)
  const { seq } = await say(mira, 'Look', { attachments: [file.file_id] })
  await answer(api('POST', `${path}${seq}/report/`, { as: asha, body: { reason: 'harassment' } }), 201)
  expect((await api('DELETE', `/files/${file.file_id}/`, { as: mira })).status).toBe(409)
  await answer(remove(mira, seq), 200)
  await isToldTakenBack(file)
  await sweep()
  await sweep()
  expect([await status(file.url, asha), await status(file.url, mira)]).toEqual([404, 404])
  expect(await status(`${file.url}?reason=Report`, await admin())).toBe(200)
})

it('a file that was not sent within a day is gone', async () => {
  const { id, asha, mira, say } = await introduced()
  const [sent, unsent, early] = [await bring(id, asha), await bring(id, asha), await bring(id, asha)]
  await say(asha, '', { attachments: [sent.file_id] })
  await eventually(() =>
    env.DB.prepare('select 1 from message_files where file_id = ? and sent_at is not null').bind(sent.file_id).first(),
  )
  await moveClock(env, new Date(now().getTime() + 23 * 3_600_000))
  await sweep()
  await say(asha, '', { attachments: [early.file_id] })
  await moveClock(env, new Date(now().getTime() + 2 * 3_600_000))
  const body = { conversation_id: id, client_id: 'late', content: '', attachments: [unsent.file_id] }
  expect((await api('POST', '/chat/messages/', { as: asha, body })).status).toBe(422)
  await sweep()
  await sweep()
  expect(await status(unsent.url, asha)).toBe(404)
  expect(await objectOf(unsent)).toBe(null)
  expect([await status(sent.url, mira), await status(early.url, mira)]).toEqual([200, 200])
})
