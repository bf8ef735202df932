import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileJobs } from '../files/files.jobs'
import * as s from '../files/samples'
import { get, named, send } from '../test/sending'
import { withoutLimits } from '../test/unlimited'
import { answer, api, student, type Person } from '../test/world'
import { block, valueOf } from './comments.desk'
import { hide, member, publish, published, shownTo, staffWith } from './posts.desk'
import { postJobs } from './posts.jobs'

let asha: Person
let ila: Person
withoutLimits()
beforeAll(async () => {
  asha = await member()
  ila = await member()
})

let made = 0
/** A picture that nobody has sent before. */
const another = () => s.png(64, [s.chunk('gAMA', [0, 0, made >> 8, made++ & 255])])
const bring = async (as: Person, picture = another()): Promise<{ id: string; url: string }> =>
  answer(send('/post/', as, { file: named('A shot.png', picture) }), 201)
const chosen = ({ id }: { id: string }, alt = 'A shot') => ({ file_id: id, alt })
const status = async (address: string, as?: Person): Promise<number> => {
  const got = await get(address, as)
  await got.arrayBuffer()
  return got.status
}
const sweep = async () => {
  await postJobs.let_go_of_post_pictures!(env)
  await fileJobs.sweep_removed_files!(env)
}
const age = (id: string) =>
  env.DB.prepare('update files set created_at = created_at - 90000000 where id = ?').bind(id).run()

describe('pictures of a post', () => {
  it('stand in their order with their words, for whoever reads the post', async () => {
    const files = [await bring(asha), await bring(asha), await bring(asha), await bring(asha)]
    expect(await status(files[0]!.url, asha)).toBe(200)
    expect(await status(files[0]!.url, ila)).toBe(404)
    const pictures = files.map((file, i) => chosen(file, `Shot ${i}`))
    const post = await published(asha, { pictures })
    expect(post.pictures).toEqual(
      pictures.map((picture, i) => ({ ...picture, url: files[i]!.url, width: 64, height: 64 })),
    )
    expect(await shownTo(ila, post.id)).toMatchObject({ pictures: post.pictures })
    expect(await status(files[0]!.url, ila)).toBe(200)
    expect(await status(files[0]!.url)).toBe(401)
    expect(await status(`/api/community/pictures/${files[0]!.id}/`)).toBe(404)
    const fifth = chosen(await bring(asha))
    expect(Object.keys((await answer(publish(asha, { pictures: [...pictures, fifth] }), 422)).errors)).toEqual([
      'pictures',
    ])
    await answer(publish(asha, { pictures: [fifth, fifth] }), 422)
    await hide(post.id)
    expect(await status(files[0]!.url, ila)).toBe(404)
    expect(await status(files[0]!.url, asha)).toBe(200)
  })

  it('are not seen over a block, nor taken from somebody else', async () => {
    const [ravi, file] = [await member(), await bring(asha)]
    await answer(publish(ila, { pictures: [chosen(file)] }), 422)
    await published(asha, { pictures: [chosen(file)] })
    expect(await status(file.url, ravi)).toBe(200)
    await block(asha, ravi)
    expect(await status(file.url, ravi)).toBe(404)
  })

  it('of what AspireX says are there for anyone', async () => {
    const support = await staffWith('support')
    const post = await published(support, { as_official: true, pictures: [chosen(await bring(support))] })
    const [picture] = (await shownTo(undefined, post.id)).pictures
    expect(await status(String(picture?.url))).toBe(200)
  })

  it('that are not pictures are refused', async () => {
    for (const wrong of [s.pdf(), s.bytes('<svg onload=alert(1)>')])
      await answer(send('/post/', asha, { file: named('a.png', wrong) }), 422)
  })

  it('may stand in two posts, and leave with the last of them', async () => {
    const picture = another()
    const [one, two] = [await bring(asha, picture), await bring(asha, picture)]
    expect(two.id).toBe(one.id)
    const posts = [
      await published(asha, { pictures: [chosen(one)] }),
      await published(asha, { pictures: [chosen(one)] }),
    ]
    const remove = (id: string) => answer(api('DELETE', `/community/posts/${id}/`, { as: asha }), 204)
    await remove(posts[0]!.id)
    expect(await status(one.url, ila)).toBe(200)
    await remove(posts[1]!.id)
    for (const who of [asha, ila]) expect(await status(one.url, who)).toBe(404)
    await sweep()
    expect(await valueOf('select count(*) as n from files where id = ?', one.id)).toEqual({ n: 0 })
  })

  it('change with the post, and those that nobody uses are swept after a day', async () => {
    const [kept, dropped, unused, fresh] = [await bring(asha), await bring(asha), await bring(asha), await bring(asha)]
    const { id } = await published(asha, { pictures: [chosen(kept), chosen(dropped)] })
    const body = { text: 'Words', pictures: [chosen(kept, 'Said better')] }
    const changed = await answer(api('PUT', `/community/posts/${id}/`, { as: asha, body }), 200)
    expect(changed.pictures).toMatchObject([{ file_id: kept.id, alt: 'Said better' }])
    for (const file of [kept, dropped, unused]) await age(file.id)
    await sweep()
    const found = await Promise.all([kept, dropped, unused, fresh].map(({ url }) => status(url, asha)))
    expect(found).toEqual([200, 404, 404, 200])
  })

  it('that are brought again wait from then on', async () => {
    const picture = another()
    const { id, url } = await bring(asha, picture)
    await age(id)
    expect((await bring(asha, picture)).id).toBe(id)
    await sweep()
    expect(await status(url, asha)).toBe(200)
  })

  it('that their owner removes from their files leave the post as well', async () => {
    const file = await bring(asha)
    const { id } = await published(asha, { pictures: [chosen(file)] })
    await answer(api('DELETE', `/files/${file.id}/`, { as: asha }), 204)
    expect((await shownTo(ila, id)).pictures).toEqual([])
    await sweep()
  })

  it('are one on the first day', async () => {
    const who = await student()
    const files = [await bring(who), await bring(who)]
    expect(
      Object.keys((await answer(publish(who, { pictures: files.map((file) => chosen(file)) }), 422)).errors),
    ).toEqual(['pictures'])
    await published(who, { pictures: [chosen(files[0]!)] })
    await answer(publish(who, { pictures: [chosen(files[1]!)] }), 422)
    await published(who)
  })

  it('are read by moderators with a reason when the post is hidden', async () => {
    const file = await bring(asha)
    const { id } = await published(asha, { pictures: [chosen(file)] })
    await hide(id)
    const moderator = await staffWith('moderator')
    expect(await status(file.url, moderator)).toBe(422)
    expect(await status(`${file.url}?reason=Flagged`, moderator)).toBe(200)
  })
})
