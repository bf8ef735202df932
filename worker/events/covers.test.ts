import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { GPS, jpeg, jpegPart, pdf, png } from '../files/samples'
import { advance, lever, rows } from '../payments/desk'
import { get, send } from '../test/sending'
import { answer, api, mentor, student, type Teacher } from '../test/world'
import { change, event, made, remove, shown, until } from './desk'
import { nightlyEventJobs } from './events.jobs'

let mira: Teacher
beforeAll(async () => {
  mira = await mentor()
})
const site = (page: object) => answer(lever('/sites/', page), 200)
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const picture = (name: string, bytes: Uint8Array) => site({ url: `https://example.com/${name}`, base64: base64(bytes) })
const settled = async (id: string) => {
  await until(async () => (await shown(id, mira)).cover_state !== 'copying')
  return shown(id, mira)
}
const upload = async (side: number) => answer(send('/cover/', mira, { file: png(side) }), 201)

describe('a picture elsewhere', () => {
  it('is copied without what it tells of its maker, and shown from us; until then there is none', async () => {
    await picture('photo.jpg', jpeg(64, [jpegPart(0xe1, GPS)]))
    const made_ = await made(mira, {
      cover_image: 'https://example.com/photo.jpg',
      repeat: { every: 'week', count: 2 },
    })
    expect(made_).toMatchObject({ cover_image: null, cover_state: 'copying' })
    const { cover_image } = await settled(made_.id)
    expect(cover_image).toMatch(/^\/api\/files\/pictures\/[0-9a-f]{64}\/full$/)
    const got = await get(cover_image)
    expect(got.headers.get('content-type')).toBe('image/jpeg')
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(jpeg(64))
    for (const one of made_.repeats) expect((await shown(one.id)).cover_image).toBe(cover_image)
    expect((await shown(made_.id)).cover_state).toBe('shown')
    expect((await rows("select 1 from files where kind = 'cover' and owner_account_id = ?", mira.user.id)).length).toBe(
      1,
    )
  })

  it('is followed through public names, each looked at anew', async () => {
    await picture('end.png', png(32))
    await site({ url: 'https://example.com/way', redirect_to: 'https://www.example.com/way' })
    await site({ url: 'https://www.example.com/way', redirect_to: 'https://example.com/end.png' })
    const { id } = await made(mira, { cover_image: 'https://example.com/way' })
    expect((await settled(id)).cover_state).toBe('shown')
  })

  const places = [
    'http://example.com/a.png',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://169.254.169.254/latest',
  ]
  const names = [
    'https://10.0.0.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://localhost/',
    'https://metadata/',
  ]
  const ports = [
    'https://db.internal/',
    'https://printer.local/',
    'https://example.com:8443/',
    'https://u:p@example.com/',
  ]
  it.each([...places, ...names, ...ports, 'file:///etc/passwd', 'data:image/png;base64,AA', '//example.com'])(
    'is not looked for at %s, neither asked for nor led to',
    async (target) => {
      const { start_time: _, ...rest } = await made(mira, { is_published: false })
      const asked = await change(mira, rest.id, { cover_image: target })
      if (asked.status === 200) {
        expect(await settled(rest.id)).toMatchObject({ cover_state: 'refused', cover_image: null })
      } else expect(asked.status).toBe(422)
      const way = `https://example.com/to/${encodeURIComponent(target)}`
      await site({ url: way, redirect_to: target })
      await answer(change(mira, rest.id, { cover_image: way }), 200)
      expect(await settled(rest.id)).toMatchObject({ cover_state: 'refused', cover_image: null })
    },
  )

  it('is refused where it is none, moves in circles or is not there, and only its organizer sees why', async () => {
    await site({ url: 'https://example.com/page', html: '<script>alert(1)</script>' })
    await picture('evil.svg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))
    await site({ url: 'https://example.com/round', redirect_to: 'https://example.com/round' })
    for (const [name, fault] of [
      ['page', 'This is not a JPEG, PNG or WebP picture.'],
      ['evil.svg', 'This is not a JPEG, PNG or WebP picture.'],
      ['round', 'There is no picture at this address that we could read.'],
      ['missing', 'There is no picture at this address that we could read.'],
    ]) {
      const { id } = await made(mira, { cover_image: `https://example.com/${name}` })
      expect(await settled(id)).toMatchObject({ cover_state: 'refused', cover_fault: fault, cover_image: null })
      expect(await shown(id)).toMatchObject({ cover_state: 'none', cover_fault: null })
      await answer(change(mira, id, { cover_image: null }), 200)
      expect(await shown(id, mira)).toMatchObject({ cover_state: 'none', cover_fault: null })
    }
  })
})

describe('an uploaded cover', () => {
  it('is a picture of a mentor, which everybody sees with the event and its copies', async () => {
    const { url } = await upload(40)
    const { id } = await made(mira, { cover_image: url })
    expect(await shown(id)).toMatchObject({ cover_image: url, cover_state: 'shown' })
    expect((await get(url)).headers.get('cache-control')).toContain('immutable')
    await answer(change(mira, id, { title: 'Kept', cover_image: url }), 200)
    const copy = await answer(api('POST', `/events/${id}/duplicate/`, { as: mira }), 201)
    expect(copy.cover_image).toBe(url)
    await answer(send('/cover/', await student(), { file: png(8) }), 403)
    await answer(send('/cover/', mira, { file: pdf() }), 422)
    const other = await mentor()
    const body = { title: 'x', start_time: '2030-01-01T10:00:00Z', end_time: '2030-01-01T11:00:00Z', cover_image: url }
    await answer(api('POST', '/events/', { as: other, body }), 422)
  })

  it('is shown no more once it is removed, and goes a day after no event shows it', async () => {
    const [kept, spare, gone] = [await upload(41), await upload(42), await upload(43)]
    const { id } = await made(mira, { cover_image: kept.url })
    const removed = await made(mira, { cover_image: gone.url })
    await answer(api('DELETE', `/files/${gone.id}/`, { as: mira }), 204)
    expect((await shown(removed.id)).cover_image).toBeNull()
    await nightlyEventJobs.sweep_unused_covers!(env)
    expect((await get(spare.url)).status).toBe(200)
    await advance(86_401)
    await nightlyEventJobs.sweep_unused_covers!(env)
    const live = await rows<{ id: string }>("select id from files where kind = 'cover' and removed_at is null")
    expect(live.map((row) => row.id)).toContain(kept.id)
    expect(live.map((row) => row.id)).not.toContain(spare.id)
    await answer(remove(mira, id), 204)
    await answer(event(id), 404)
    await nightlyEventJobs.sweep_unused_covers!(env)
    await until(async () => {
      await SELF.fetch('http://localhost:8787/sandbox/cron/', { method: 'POST', body: '{}' })
      return (await get(kept.url)).status === 404
    })
  })
})
