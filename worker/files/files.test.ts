import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { get, named, send } from '../test/sending'
import { admin, answer, api, eventually, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { fileJobs, nightlyFileJobs } from './files.jobs'
import * as s from './samples'

let ila: Person
let ravi: Teacher
beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})

let made = 0
/** A PDF that nobody has sent before. */
const another = (): Uint8Array<ArrayBuffer> => s.pdf([...s.CV, `<< /Number ${++made} >>`])
const uploadCv = (who: Person) => answer(send('/cv/', who, { file: named('My CV.pdf', another()) }), 201)
const status = async (response: Promise<Response>): Promise<number> => {
  const got = await response
  await got.arrayBuffer()
  return got.status
}
const listOf = async (who: Person, query = ''): Promise<any[]> =>
  (await answer(api('GET', `/files/${query}`, { as: who }), 200)).items
const objectKeys = async (): Promise<string[]> => (await env.FILES.list()).objects.map(({ key }) => key)

describe('a picture', () => {
  const choose = (who: Person, grey = 0) =>
    answer(
      send('/picture/', who, {
        w96: s.png(96),
        w256: s.webp(256),
        w512: s.png(512, [s.chunk('gAMA', [0, 0, 0, grey])]),
      }),
      200,
    )

  it('stands beside the name at once, in three widths, at an address for good', async () => {
    const { picture_url, widths } = await choose(ila)
    expect(picture_url).toMatch(/^\/api\/files\/pictures\/[0-9a-f]{64}\/512$/)
    expect(widths).toEqual([96, 256, 512])
    expect(await answer(api('GET', '/auth/me/', { as: ila }), 200)).toMatchObject({ picture_url })
    for (const [width, type] of [
      ['96', 'image/png'],
      ['256', 'image/webp'],
      ['512', 'image/png'],
    ] as const) {
      const response = await get(picture_url.replace(/512$/, width))
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const again = { 'if-none-match': response.headers.get('etag') ?? '' }
      expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')))
      expect(await status(get(picture_url.replace(/512$/, width), undefined, again))).toBe(304)
    }
  })

  it('needs the largest width alone, which stands in for the others', async () => {
    const who = await student()
    const { picture_url, widths } = await answer(send('/picture/', who, { w512: s.png() }), 200)
    expect(widths).toEqual([512])
    const response = await get(picture_url.replace(/512$/, '96/'))
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(s.png())
  })

  it('has another address for another person, so that nobody learns from a picture who keeps it', async () => {
    const [one, other] = [await choose(await student(), 7), await choose(await student(), 7)]
    expect(one.picture_url).not.toBe(other.picture_url)
  })

  it('is the same one when it is sent again, and leaves nothing behind when it is replaced or removed', async () => {
    const who = await student()
    const first = await choose(who, 1)
    expect((await choose(who, 1)).picture_url).toBe(first.picture_url)
    const second = await choose(who, 2)
    expect(await listOf(who)).toMatchObject([{ kind: 'picture', url: second.picture_url, width: 512, height: 512 }])
    await fileJobs.sweep_removed_files!(env)
    expect(await status(get(first.picture_url))).toBe(404)
    expect(await status(get(second.picture_url))).toBe(200)
    expect(await status(api('DELETE', '/files/picture/', { as: who }))).toBe(204)
    expect(await answer(api('GET', '/auth/me/', { as: who }), 200)).toMatchObject({ picture_url: null })
    expect(await status(api('DELETE', '/files/picture/', { as: who }))).toBe(404)
    await fileJobs.sweep_removed_files!(env)
    expect(await status(get(second.picture_url))).toBe(404)
    expect((await objectKeys()).filter((key) => key.includes(second.picture_url.split('/')[4]))).toEqual([])
  })
})

describe('a CV', () => {
  it('comes back as it was, to its owner, as a download that no page can run', async () => {
    const content = another()
    const file = await answer(send('/cv/', ila, { file: named('Lebenslauf Zoë.pdf', content) }), 201)
    expect(file).toMatchObject({
      kind: 'cv',
      name: 'Lebenslauf Zoë.pdf',
      type: 'application/pdf',
      size: content.length,
    })
    const response = await get(file.url, ila)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Lebenslauf Zo_.pdf"; filename*=UTF-8''Lebenslauf%20Zo%C3%AB.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content)
  })

  it('takes the place of the one before', async () => {
    const who = await student()
    const [first, second] = [await uploadCv(who), await uploadCv(who)]
    expect(await listOf(who, '?kind=cv')).toMatchObject([{ id: second.id }])
    expect(await status(get(first.url, who))).toBe(404)
  })

  it('is there for its owner, and for a mentor while a booking between the two is open', async () => {
    const [who, stranger] = [await student(), await student()]
    const { url, id } = await uploadCv(who)
    const other = await mentor()
    for (const nobody of [stranger, ravi, other]) expect(await status(get(url, nobody))).toBe(404)
    expect(await status(get(url))).toBe(401)

    const { booking } = await hold(who, ravi)
    expect(await status(get(url, who))).toBe(200)
    expect(await status(get(url, ravi))).toBe(200)
    expect(await status(get(url, other))).toBe(404)
    const shared = `/files/shared/?booking_id=${booking.id}`
    for (const party of [who, ravi])
      expect(await answer(api('GET', shared, { as: party }), 200)).toMatchObject({ items: [{ id, kind: 'cv' }] })
    expect(await status(api('GET', shared, { as: other }))).toBe(404)

    await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: who, body: {} }), 200)
    expect(await status(get(url, ravi))).toBe(404)
    expect(await answer(api('GET', shared, { as: ravi }), 200)).toMatchObject({ items: [] })
  })

  it('is read by staff with a reason that is written down', async () => {
    const who = await student()
    const { url, id } = await uploadCv(who)
    const staff = await admin()
    expect(await answer(get(url, staff), 422)).toMatchObject({ errors: { reason: [expect.any(String)] } })
    expect(await status(get(`${url}?reason=${encodeURIComponent('Reported by a mentor')}`, staff))).toBe(200)
    const read = await env.DB.prepare('select * from file_reads where file_id = ?').bind(id).all()
    expect(read.results).toMatchObject([
      { owner_account_id: who.user.id, reader_account_id: staff.user.id, reason: 'Reported by a mentor' },
    ])
  })

  it('of somebody else cannot be removed, and answers like one that never was', async () => {
    const { id } = await uploadCv(ila)
    const foreign = await answer(api('DELETE', `/files/${id}/`, { as: ravi }), 404)
    const missing = await answer(api('DELETE', '/files/nothing-here/', { as: ravi }), 404)
    expect({ ...foreign, request_id: '' }).toEqual({ ...missing, request_id: '' })
    expect(await status(api('DELETE', `/files/${id}/`, { as: ila }))).toBe(204)
    expect(await listOf(ila, '?kind=cv')).toEqual([])
  })
})

describe('a portfolio', () => {
  const add = (who: Person, n: number, caption?: string) =>
    send('/portfolio/', who, {
      file: named('poster.jpg', s.png(20, [s.chunk('gAMA', [0, 0, 0, n])])),
      ...(caption !== undefined && { caption }),
    })

  it('takes twelve pictures with their captions, each once', async () => {
    const who = await student()
    const first = await answer(add(who, 0, ' A poster for the 学園祭 '), 201)
    expect(first).toMatchObject({ name: 'poster.png', caption: 'A poster for the 学園祭', width: 20, height: 20 })
    expect((await answer(add(who, 0), 201)).id).toBe(first.id)
    for (let n = 1; n < 12; n++) await answer(add(who, n), 201)
    expect(await answer(add(who, 12), 409)).toMatchObject({ code: 'storage_full' })
    expect(await listOf(who)).toHaveLength(12)
    expect((await get(first.url)).headers.get('content-type')).toBe('image/png')
  })

  it('keeps within its number when many are sent at the same moment', async () => {
    const who = await student()
    const statuses = await Promise.all(Array.from({ length: 15 }, (_, n) => status(add(who, n))))
    expect(statuses.filter((one) => one === 201)).toHaveLength(12)
    expect(await listOf(who, '?limit=50')).toHaveLength(12)
  })
})

describe('evidence', () => {
  it('is a PDF or a picture that an applicant and staff alone read', async () => {
    const proof = await answer(send('/evidence/', ravi, { file: named('badge.png', s.png(40)) }), 201)
    const letter = await answer(send('/evidence/', ravi, { file: named('letter.pdf', another()) }), 201)
    expect([proof, letter]).toMatchObject([{ type: 'image/png' }, { type: 'application/pdf' }])
    for (const { url } of [proof, letter]) {
      expect(await status(get(url, ravi))).toBe(200)
      expect(await status(get(url, await admin()))).toBe(200)
      expect(await status(get(url, ila))).toBe(404)
    }
    expect(await answer(send('/evidence/', ravi, { file: s.bytes('hello') }), 422)).toMatchObject({
      errors: { file: ['This is neither a PDF nor a JPEG, PNG or WebP picture.'] },
    })
    expect(await answer(send('/evidence/', ila, { file: s.png(40) }), 403)).toMatchObject({ code: 'role_required' })
  })
})

describe('the room of a person', () => {
  const fill = (who: Person, size: number) =>
    env.DB.prepare(
      `insert into files (id, owner_account_id, kind, key, hash, name, type, size, created_at)
       values (?1, ?2, 'evidence', ?1, ?1, 'x', 'application/pdf', ?3, 0)`,
    )
      .bind(`filler ${who.user.id}`, who.user.id, size)
      .run()

  it('ends at 50 MB, before anything is stored', async () => {
    const who = await student()
    await fill(who, 50 * 1024 * 1024 - 2000)
    const { id } = await uploadCv(who)
    const before = await objectKeys()
    expect(await answer(send('/portfolio/', who, { file: s.png(400) }), 201)).toBeTruthy()
    const large = s.png(30, [s.chunk('IDAT', [0x78, 0x01, ...Array(3000).fill(0)])])
    expect(await answer(send('/portfolio/', who, { file: large }), 409)).toMatchObject({ code: 'storage_full' })
    expect((await objectKeys()).length).toBe(before.length + 1)
    expect(await listOf(who, '?kind=cv')).toMatchObject([{ id }])
    // What is replaced does not count against what replaces it.
    await uploadCv(who)
  })
})

describe('the sweep', () => {
  it('takes removed files, rows and objects', async () => {
    const { id } = await uploadCv(ila)
    await answer(api('DELETE', `/files/${id}/`, { as: ila }), 204)
    expect(await objectKeys()).toContain(`files/private/${id}`)
    expect(await fileJobs.sweep_removed_files!(env)).toBeGreaterThan(0)
    expect(await objectKeys()).not.toContain(`files/private/${id}`)
    expect(await env.DB.prepare('select 1 from files where id = ?').bind(id).first()).toBeNull()
  })

  it('takes objects that no row knows after a day, and no others', async () => {
    const { id } = await uploadCv(ila)
    const { picture_url } = await answer(send('/picture/', ila, { w512: s.png() }), 200)
    const orphan = (name: string, hours: number) =>
      env.FILES.put(`files/${name}`, 'x', { customMetadata: { kept_at: String(now().getTime() - hours * 3_600_000) } })
    await orphan('private/nobodys', 25)
    await orphan(`pictures/${'0'.repeat(64)}/512`, 25)
    await orphan('private/on-its-way', 23)
    await env.FILES.put('exports/of-another-slice', 'x')
    // A file that is older than a day and has its row.
    await env.FILES.put(`files/private/${id}`, 'x', { customMetadata: { kept_at: '0' } })
    await nightlyFileJobs.sweep_orphaned_objects!(env)
    await eventually(async () => !(await objectKeys()).includes('files/private/nobodys'))
    const left = await objectKeys()
    expect(left.filter((key) => key.includes('0'.repeat(64)))).toEqual([])
    expect(left).toEqual(
      expect.arrayContaining(['files/private/on-its-way', 'exports/of-another-slice', `files/private/${id}`]),
    )
    expect(await status(get(picture_url))).toBe(200)
  })
})
