import { beforeAll, describe, expect, it } from 'vitest'
import { png } from '../files/samples'
import { keyOf, nameOf } from '../skills/skills.rules'
import naughty from './corpus/naughty-strings.json'
import { send } from './sending'
import { withoutLimits } from './unlimited'
import { answer, api, applicant, freeSlots, mentor, OFFER, student, type Person, type Teacher } from './world'

/** The list has none of these: SQL's and JSON's own ends of a text, and names that cannot be seen. */
const MORE = [
  'a\0b',
  '\0',
  '\u200b\u200d',
  '\u3164',
  '\u2800',
  '\u202eabc\u2066',
  'a\u2028b',
  "'); drop table accounts; --",
]
const strings: string[] = [...naughty, ...MORE]

let ila: Person
let ravi: Teacher
withoutLimits()
beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const lengthOf = (text: string): number => [...graphemes.segment(text)].length
/** What one line keeps of a text: everything but controls and changes of direction, trimmed. */
const lineOf = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '').trim()
const isSeen = (text: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
const fits = (text: string, most: number): boolean => isSeen(lineOf(text)) && lengthOf(lineOf(text)) <= most
const isLink = (text: string): boolean => /^https?:\/\//i.test(text)

interface Form {
  who: () => Person
  method: string
  path: () => string
  rest?: object
  status?: number
  /** The longest of each field of one line that must not be empty. */
  lines: Record<string, number>
  texts: string[]
  links: string[]
}
const LINKS = ['linkedin_url', 'github_url', 'portfolio_url']
const STUDENT: Form = {
  who: () => ila,
  method: 'PUT',
  path: () => '/student/profile/',
  lines: { name: 100, college: 120, degree: 120, field_of_study: 120 },
  texts: ['bio'],
  links: LINKS,
}
const OTHERS: Record<string, Form> = {
  'the profile of a mentor': {
    who: () => ravi,
    method: 'PUT',
    path: () => '/mentor/profile/',
    lines: { name: 100, headline: 120, promise: 200, company: 120, designation: 120 },
    texts: ['bio'],
    links: LINKS,
  },
  'an offer': {
    who: () => ravi,
    method: 'PUT',
    path: () => `/mentor/offers/${ravi.offer.id}/`,
    rest: OFFER,
    lines: { title: 80 },
    texts: ['description'],
    links: [],
  },
  'a saved search': {
    who: () => ila,
    method: 'POST',
    path: () => '/searches/',
    rest: { query: 'q=go' },
    status: 201,
    lines: { name: 80 },
    texts: [],
    links: [],
  },
}

const all = (names: string[], text: string) => Object.fromEntries(names.map((name) => [name, text]))

/** Sends one text in all fields that should take it, and in all that should not. */
async function through({ who, method, path, rest, status = 200, lines, texts, links }: Form, text: string) {
  const submit = (body: object) => api(method, path(), { as: who(), body: { ...rest, ...body } })
  const [good, bad] = [true, false].map((good) =>
    Object.keys(lines).filter((name) => fits(text, lines[name]!) === good),
  )
  const wrong = [...bad!, ...(isLink(text) ? [] : links)]
  if (good!.length + texts.length > 0 && (!rest || bad!.length === 0)) {
    const got = await answer(submit({ ...all(good!, text), ...all(texts, text) }), status)
    expect(got).toMatchObject({ ...all(good!, lineOf(text)), ...all(texts, text) })
  }
  if (wrong.length === 0) return
  const { errors } = await answer(submit(all(wrong, text)), 422)
  expect([text, Object.keys(errors).toSorted()]).toEqual([text, wrong.toSorted()])
}

/** Many at a time, for the machine is idle while the database answers. */
async function eachOf<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const queue = [...things]
  const worker = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await act(next)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}

/** All strings in as few texts as a field of this length takes. */
function packed(most: number, between = '\n'): string[] {
  const packs: string[] = []
  for (const text of strings) {
    const last = packs.at(-1)
    if (last !== undefined && lengthOf(last) + lengthOf(text) < most) packs.push(`${packs.pop()}${between}${text}`)
    else packs.push(text)
  }
  return packs
}

describe('every naughty string', () => {
  // One by one where the fields are many; the rules of a line are the same everywhere.
  it('comes back from the profile of a student, or is refused at its field', async () => {
    await eachOf(strings, (text) => through(STUDENT, text))
  })

  it.each(Object.entries(OTHERS))('comes back from %s, or is refused at its field', async (_, form) => {
    await eachOf([...packed(Math.min(...Object.values(form.lines)), ' '), '', ...MORE], (text) => through(form, text))
  })

  it('comes back from a goal and an application', async () => {
    for (const goal of packed(500))
      expect((await answer(api('PUT', '/student/wish/', { as: ila, body: { goal } }), 200)).goal).toBe(goal)
    const applying = await applicant()
    for (const text of [...packed(4000), ...MORE, '']) {
      const body = { experience: text, motivation: text }
      expect(await answer(api('PUT', '/mentor/application/', { as: applying, body }), 200)).toMatchObject(body)
    }
  })

  it('comes back from a list of skills, known ones by their own names and none twice', async () => {
    const fit = strings.filter((text) => fits(text, 60))
    for (let i = 0; i < fit.length; i += 40) {
      const sent = fit.slice(i, i + 40)
      const kept = [
        ...new Map(
          sent
            .map(lineOf)
            .toReversed()
            .map((word) => [keyOf(word), word]),
        ).entries(),
      ]
      const names = kept.map(([key, word]) => nameOf(key) ?? word).toSorted()
      const student = await answer(
        api('POST', '/student/detail/', { as: ila, body: { skills: sent, interests: sent } }),
        200,
      )
      expect([student.skills.toSorted(), student.interests.toSorted()]).toEqual([names, names])
      const mentor = await answer(api('POST', '/mentor/detail/', { as: ravi, body: { expertise: sent } }), 200)
      expect(mentor.expertise.toSorted()).toEqual(names)
    }
    const broken = strings.filter((text) => !fits(text, 60)).slice(0, 40)
    const { errors } = await answer(api('POST', '/student/detail/', { as: ila, body: { skills: broken } }), 422)
    expect(Object.keys(errors)).toEqual(broken.map((_, i) => `/skills/${i}`))
  })

  it('comes back from the answers of a booking', async () => {
    const [slot] = await freeSlots(ravi)
    const answers = Object.fromEntries(strings.map((text, i) => [`question ${i}`, text]))
    const body = { mentor_id: ravi.mentor_id, offer_id: ravi.offer.id, ...slot, time_zone: 'UTC', answers }
    const { end_time: _, ...wish } = body as typeof body & { end_time: string }
    const { booking } = await answer(api('POST', '/student/book-session/', { as: ila, body: wish }), 201)
    expect((await answer(api('GET', `/bookings/${booking.id}/`, { as: ravi }), 200)).answers).toEqual(answers)
  })

  it('comes back from a conversation', async () => {
    const { id } = await answer(api('POST', '/chat/conversations/', { as: ila, body: { with: ravi.mentor_id } }), 201)
    const said = [...packed(500), ...MORE].filter((text) => text.trim() !== '')
    for (const [i, content] of said.entries()) {
      const body = { conversation_id: id, client_id: `naughty-${i}`, content }
      expect((await answer(api('POST', '/chat/messages/', { as: ravi, body }), 201)).content).toBe(content)
    }
    const path = `/chat/messages/${id}/?after_seq=0&limit=100`
    const { items } = await answer(api('GET', path, { as: ila }), 200)
    expect(items.map(({ content }: { content: string }) => content)).toEqual(said)
    const empty = { conversation_id: id, client_id: 'empty', content: ' \n ' }
    const { errors } = await answer(api('POST', '/chat/messages/', { as: ravi, body: empty }), 422)
    expect(errors).toEqual({ content: ['Required'] })
  })

  it('comes back as a caption, and as the start of a search of mentors and skills', async () => {
    const captions = packed(140, ' ').filter((text) => lengthOf(text) <= 140)
    for (const [i, caption] of captions.slice(0, 8).entries()) {
      const file = await answer(send('/portfolio/', ila, { file: png(8 + i), caption }), 201)
      expect(file.caption).toBe(lineOf(caption))
    }
    await eachOf(packed(190, ' '), async (text) => {
      const q = encodeURIComponent(text.slice(0, 200).toWellFormed())
      await answer(api('GET', `/mentors/?q=${q}`), 200)
      await answer(api('GET', `/skills/?q=${q}`), 200)
    })
  })
})

const NAMES = [
  'José Ángel Núñez',
  'Nguyễn Thị Minh Khai',
  'ಗೌರಿ ಲಂಕೇಶ',
  'जिज्ञासा क्षीरसागर',
  'அருந்ததி',
  'মৈত্রেয়ী',
  'ഐശ്വര്യ',
  'محمد بن سلمان',
  'نرگس\u200cخاتون',
  'שרה',
  '李小龍',
  '𠮷野家',
  'ひろし・ヤマモト',
  '김민준',
  'Ὀδυσσεύς',
  'Ғалымжан',
  'ქეთევან',
  'Անի',
  'ትዕግስት',
  'สมชาย',
  'བསྟན་འཛིན',
  'ᏣᎳᎩ',
  'ⵜⴰⵏⵉⵔⵜ',
  "D'Arcy-O'Neil Jr.",
  'X Æ A-12',
  'Ma',
  'O',
  'Null',
  '👩🏽‍🚀',
]

it('a name of any script is a name, for its owner and for everybody', async () => {
  for (const name of NAMES) {
    await answer(api('PUT', '/mentor/profile/', { as: ravi, body: { name } }), 200)
    expect((await answer(api('GET', `/mentors/${ravi.mentor_id}/`), 200)).name).toBe(name)
  }
  expect((await student({ name: '  \u202eजिज्ञासा\u202c\n' })).user.name).toBe('जिज्ञासा')
})

describe('an address on the web', () => {
  const SCHEMES = [
    'javascript:',
    'JaVaScRiPt://',
    'data:text/html,',
    'vbscript:',
    'file:///',
    'blob:https://',
    'ftp://',
  ]
  const OTHER = ['mailto:', 'tel:', 'ws://', 'about:', 'intent://', 'view-source:https://', '//', '/', '', '\\\\']
  const MASKED = [
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'https:example.com',
    'https:/example.com',
    'https:\\\\example.com',
    'https://ila:secret@example.com',
    'https://linkedin.com@example.com',
    'https://example.com/\u202efdp.exe',
    'https://example.com/a b',
    'https://example.com/\0',
    'https://localhost/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://0x7f.1/',
    `https://example.com/${'a'.repeat(51_200)}`,
  ]
  const wrong = [...[...SCHEMES, ...OTHER].map((scheme) => `${scheme}example.com/%0aalert(1)`), ...MASKED]
  const cut = (text: string) => text.slice(0, 60)

  it('is refused in every field of links where it is none of http or hides what it is', async () => {
    const before = await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)
    await eachOf(wrong, async (url) => {
      const links = all(LINKS, url)
      const sent: [string, string, object, string[]][] = [
        ['PUT', '/student/profile/', links, LINKS],
        ['POST', '/student/detail/', links, LINKS],
        ['PUT', '/mentor/profile/', links, LINKS],
        ['POST', '/mentor/detail/', links, LINKS],
        ['PUT', '/mentor/application/', { links: [url] }, ['/links/0']],
        ['POST', '/mentor/application/profile-link/', { url }, ['url']],
      ]
      for (const [method, path, body, fields] of sent) {
        const { errors } = await answer(api(method, path, { as: ravi, body }), 422)
        expect([cut(url), path, Object.keys(errors)]).toEqual([cut(url), path, fields])
      }
    })
    expect(await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)).toEqual(before)
  })

  it('is refused as a profile elsewhere', async () => {
    const elsewhere = [
      'https://linkedin.com.example.com/in/a',
      'https://example.com/linkedin.com',
      'https://notgithub.com',
    ]
    for (const url of elsewhere) {
      const body = { linkedin_url: url, github_url: url }
      const { errors } = await answer(api('PUT', '/student/profile/', { as: ila, body }), 422)
      expect(Object.keys(errors).toSorted()).toEqual(['github_url', 'linkedin_url'])
    }
  })

  it('comes back as it was typed where it is one, in any script', async () => {
    for (const portfolio_url of [
      'https://пример.рф/я',
      'http://xn--e1afmkfd.xn--p1ai',
      'https://medium.com/@ila?x=1#y',
    ])
      expect(await answer(api('PUT', '/student/profile/', { as: ila, body: { portfolio_url } }), 200)).toMatchObject({
        portfolio_url,
      })
  })
})
