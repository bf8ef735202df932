import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { MENTORS } from '../seed/people'
import { STUDENTS } from '../seed/students'
import { admin, answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { skillJobs } from './skills.jobs'
import { fold, keyOf, nameOf, resolve, taxonomy, withChildren } from './skills.rules'

interface Found {
  id: string
  name: string
  parent: string | null
  matched: string | null
}
const find = async (q: string): Promise<Found[]> =>
  (await answer(api('GET', `/skills/?q=${encodeURIComponent(q)}`), 200)).items
const first = async (q: string) => (await find(q))[0]

describe('the taxonomy', () => {
  it('has about four hundred skills, each with an id of its own', () => {
    expect(taxonomy.length).toBeGreaterThan(380)
    expect(new Set(taxonomy.map(({ id }) => id)).size).toBe(taxonomy.length)
    for (const { id } of taxonomy) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('gives every word, however it is written, one meaning', () => {
    const meanings = new Map<string, string>()
    for (const { id, name, aliases } of taxonomy) {
      expect(new Set([name, ...aliases].map(fold)).size, name).toBe(aliases.length + 1)
      for (const word of [name, ...aliases, id]) {
        expect(fold(word), word).not.toBe('')
        expect(meanings.get(fold(word)) ?? id, `${word} of ${name}`).toBe(id)
        meanings.set(fold(word), id)
      }
    }
  })

  it('names only parents and relatives that exist, and no skill is above itself', () => {
    for (const { id, parent, related } of taxonomy) {
      for (const other of [...related, ...(parent ? [parent] : [])])
        expect(nameOf(other), `${other} of ${id}`).toBeTruthy()
      expect(related).not.toContain(id)
      const above: string[] = []
      for (let at = parent; at !== undefined; at = taxonomy.find((one) => one.id === at)?.parent) {
        expect(above, id).not.toContain(at)
        above.push(at)
      }
      expect(above).not.toContain(id)
    }
  })

  it('knows every skill of the people of the seed world by the very name they use', () => {
    const used = [
      ...MENTORS.flatMap(({ skills }) => skills),
      ...STUDENTS.flatMap((one) => [...one.skills, ...one.interests]),
    ]
    expect(used.length).toBeGreaterThan(100)
    for (const name of used) expect(nameOf(resolve(name) ?? ''), name).toBe(name)
  })

  it('tells C from C++ and C#, and takes hyphens, case, accents and spaces as they come', () => {
    expect(['C', 'c++', 'C#', '.net'].map(resolve)).toEqual(['c', 'c-plus-plus', 'c-sharp', 'asp-net'])
    expect(['Front-End', 'front end', 'FRONTEND'].map(resolve)).toEqual(['frontend', 'frontend', 'frontend'])
    expect(['résumé', 'Yorùbá', 'हिन्दी', '日本語'].map(resolve)).toEqual(['cv', 'yoruba', 'hindi', 'japanese'])
    expect(resolve('Kalaripayattu')).toBeUndefined()
    expect(keyOf('Kalaripayattu')).toBe('kalaripayattu')
  })

  it('goes down to the children’s children', () => {
    expect(withChildren(['software-engineering'])).toEqual(expect.arrayContaining(['backend', 'django', 'css']))
    expect(withChildren(['go', 'not-a-skill'])).toEqual(['go', 'not-a-skill'])
  })
})

describe('looking for a skill', () => {
  it('finds by the beginning of any word, the very name first', async () => {
    expect(await first('go')).toMatchObject({ id: 'go', name: 'Go', parent: 'Programming languages', matched: null })
    expect((await find('prog')).map(({ name }) => name)).toContain('Programming languages')
    expect((await find('design syst')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['design-systems', 'system-design']),
    )
    expect(await first('c++')).toMatchObject({ id: 'c-plus-plus' })
  })

  it('finds by another name and says by which', async () => {
    expect(await first('golang')).toMatchObject({ name: 'Go', matched: 'Golang' })
    expect(await first('k8s')).toMatchObject({ name: 'Kubernetes', matched: 'K8s' })
    expect(await first('espanol')).toMatchObject({ name: 'Spanish', matched: 'español' })
    expect(await first('हिन्')).toMatchObject({ name: 'Hindi' })
  })

  it.each(['"', '%', '_', "'; drop table skills_added; --", '\\', '(((', '🦊', '   '])(
    'takes %j as text',
    async (q) => {
      const items = await find(q)
      if (q.trim() !== '') expect(items).toEqual([])
    },
  )

  it('offers what most mentors teach where nothing is asked, and never more than wanted', async () => {
    const teachers = [await mentor(), await mentor()]
    for (const as of teachers)
      await answer(api('POST', '/mentor/detail/', { as, body: { expertise: ['Typography', 'my own word'] } }), 200)
    const { items } = await answer(api('GET', '/skills/?limit=3'), 200)
    expect(items).toHaveLength(3)
    expect(items[0]).toMatchObject({ id: 'typography' })
    expect(items.map(({ name }: Found) => name)).not.toContain('my own word')
    await answer(api('GET', '/skills/?limit=51'), 422)
  })

  it('shows a skill with its other names, its parts and what is near', async () => {
    const backend = await answer(api('GET', '/skills/backend/'), 200)
    expect(backend).toMatchObject({
      name: 'Backend',
      parent: { id: 'software-engineering', name: 'Software engineering' },
    })
    expect(backend.children).toContainEqual({ id: 'django', name: 'Django' })
    expect(backend.related).toContainEqual({ id: 'databases', name: 'Databases' })
    await answer(api('GET', '/skills/nothing-like-it/'), 404)
  })
})

describe('the lists of a profile', () => {
  let ila: Person
  let ravi: Teacher
  beforeAll(async () => {
    ila = await student()
    ravi = await mentor()
  })
  const keysOf = async (teacher: Teacher) => {
    const { results } = await env.DB.prepare(
      'select skill_key, skill from mentor_skills where account_id = ? order by position',
    )
      .bind(teacher.user.id)
      .all<{ skill_key: string; skill: string }>()
    return results.map(({ skill_key, skill }) => [skill_key, skill])
  }

  it('come back by the names of the taxonomy, in their order, nothing twice, own words as typed', async () => {
    const expertise = ['golang', 'UX', 'Kalaripayattu', 'Go', 'react.js', 'kalaripayattu']
    const saved = await answer(api('POST', '/mentor/detail/', { as: ravi, body: { expertise } }), 200)
    expect(saved.expertise).toEqual(['Go', 'Product design', 'Kalaripayattu', 'React'])
    expect(await keysOf(ravi)).toEqual([
      ['go', 'Go'],
      ['product-design', 'Product design'],
      ['kalaripayattu', 'Kalaripayattu'],
      ['react', 'React'],
    ])
    const body = { skills: ['js', 'Ecmascript', 'ಕನ್ನಡ ಕವಿತೆ'], interests: ['résumé', 'System  Design'] }
    expect(await answer(api('PUT', '/student/profile/', { as: ila, body }), 200)).toMatchObject({
      skills: ['JavaScript', 'ಕನ್ನಡ ಕವಿತೆ'],
      interests: ['CV', 'System design'],
    })
  })

  it.each([
    ['forty-one of them', { skills: Array.from({ length: 41 }, (_, i) => `word ${i}`) }, 'skills'],
    ['an empty word', { skills: [''] }, '/skills/0'],
    ['a word of 61 letters', { interests: ['x'.repeat(61)] }, '/interests/0'],
  ])('refuse %s', async (_, body, field) => {
    const { errors } = await answer(api('POST', '/student/detail/', { as: ila, body }), 422)
    expect(Object.keys(errors)).toEqual([field])
  })

  it('keep the counts of a skill as many as those who list it', async () => {
    await answer(api('POST', '/mentor/detail/', { as: ravi, body: { expertise: ['Chess'] } }), 200)
    const count = () =>
      env.DB.prepare("select mentors from skill_counts where skill_id = 'chess'").first<number>('mentors')
    expect(await count()).toBe(1)
    await env.DB.prepare("update skill_counts set mentors = 99 where skill_id = 'chess'").run()
    expect(await skillJobs.recount_skills!(env)).toBe(1)
    expect(await skillJobs.recount_skills!(env)).toBe(0)
    expect(await count()).toBe(1)
  })

  it('learn what the taxonomy has learned since, without anybody having a skill twice', async () => {
    const plant = (key: string, position: number) =>
      env.DB.prepare('insert into mentor_skills (account_id, skill_key, skill, position) values (?, ?, ?, ?)')
        .bind(ravi.user.id, key, key, position)
        .run()
    await answer(api('POST', '/mentor/detail/', { as: ravi, body: { expertise: ['Go'] } }), 200)
    await plant('system design', 1)
    await plant('golang', 2)
    expect(await skillJobs.adopt_learned_words!(env)).toBe(2)
    expect(await keysOf(ravi)).toEqual([
      ['go', 'Go'],
      ['system-design', 'System design'],
    ])
    expect(await skillJobs.adopt_learned_words!(env)).toBe(0)
  })
})

describe('a proposed skill', () => {
  const propose = (as: Person, name: string) => api('POST', '/skills/proposals/', { as, body: { name } })
  const decide = async (id: string, body: object) =>
    api('POST', `/admin/skill-proposals/${id}/decision/`, { as: await admin(), body: { reason: 'Read', ...body } })

  it('is one proposal however often a person sends it, and is not found before it is accepted', async () => {
    const ila = await student()
    const made = await answer(propose(ila, 'Falconry'), 201)
    expect(made).toMatchObject({ name: 'Falconry', state: 'proposed' })
    expect(await answer(propose(ila, 'falconry'), 200)).toEqual(made)
    expect(await find('falcon')).toEqual([])
  })

  it('becomes a skill that is found, and everybody’s word turns into it', async () => {
    const [ila, ravi] = [await student(), await mentor()]
    await answer(api('POST', '/mentor/detail/', { as: ravi, body: { expertise: ['bee keeping'] } }), 200)
    const { id } = await answer(propose(ila, 'Bee keeping'), 201)
    const other = await answer(propose(await student(), 'bee-keeping'), 201)
    const decided = await answer(decide(id, { decision: 'accept', name: 'Beekeeping', parent: 'agriculture' }), 200)
    expect(decided).toMatchObject({ state: 'accepted', skill_id: 'beekeeping', proposed_by: ila.user.student_id })
    expect(await first('beek')).toMatchObject({ id: 'beekeeping', name: 'Beekeeping' })
    const saved = await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)
    expect(saved.expertise).toEqual(['Beekeeping'])
    const body = { interests: ['BEE-KEEPING', 'Beekeeping'] }
    expect((await answer(api('POST', '/student/detail/', { as: ila, body }), 200)).interests).toEqual(['Beekeeping'])
    expect(await answer(api('GET', '/skills/beekeeping/'), 200)).toMatchObject({ parent: { id: 'agriculture' } })
    expect((await answer(api('GET', '/skills/agriculture/'), 200)).children).toContainEqual({
      id: 'beekeeping',
      name: 'Beekeeping',
    })
    const { items } = await answer(api('GET', '/admin/skill-proposals/?state=accepted', { as: await admin() }), 200)
    expect(items.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([id, other.id]))
    expect((await answer(propose(ila, 'beekeeping'), 422)).errors.name).toEqual(['It is here already, as Beekeeping'])
  })

  it('can be another name of a skill there is', async () => {
    const { id } = await answer(propose(await student(), 'Gopher craft'), 201)
    await answer(decide(id, { decision: 'accept', skill_id: 'go' }), 200)
    expect(await first('gopher')).toMatchObject({ id: 'go', name: 'Go', matched: 'Gopher craft' })
    expect((await answer(api('GET', '/skills/go/'), 200)).aliases).toContain('Gopher craft')
  })

  it('is decided once, with a reason, by staff', async () => {
    const ila = await student()
    const { id } = await answer(propose(ila, 'Napping'), 201)
    await answer(api('POST', `/admin/skill-proposals/${id}/decision/`, { as: ila, body: {} }), 403)
    await answer(decide(id, { decision: 'refuse', reason: '' }), 422)
    await answer(decide(id, { decision: 'accept', parent: 'no-such-thing' }), 422)
    await answer(decide(id, { decision: 'accept', skill_id: 'no-such-thing' }), 422)
    expect(await answer(decide(id, { decision: 'refuse', reason: 'Not taught here' }), 200)).toMatchObject({
      state: 'refused',
      reason: 'Not taught here',
    })
    expect((await answer(decide(id, { decision: 'accept' }), 409)).code).toBe('state_conflict')
    await answer(decide('nothing', { decision: 'refuse' }), 404)
    expect(await find('napping')).toEqual([])
  })

  it.each([
    ['one that is here', 'Golang'],
    ['signs alone', '!!!'],
    ['nothing', ' '],
  ])('is refused beside its field: %s', async (_, name) => {
    expect((await answer(propose(await student(), name), 422)).errors).toHaveProperty('name')
  })

  it('is one of ten a day at most', async () => {
    const ila = await student()
    for (let i = 0; i < 10; i++) await answer(propose(ila, `Obscure art ${i}`), 201)
    await answer(propose(ila, 'Obscure art 10'), 429)
  })
})
