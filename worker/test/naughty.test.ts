import { beforeAll, describe, expect, it } from 'vitest'
import { comment, posted, trusted } from '../community/comments.desk'
import { png } from '../files/samples'
import { keyOf, nameOf } from '../skills/skills.rules'
import { eachOf, fits, lengthOf, lineOf, MORE, packed, strings, through, type Form } from './naughty'
import { send } from './sending'
import { withoutLimits } from './unlimited'
import { admin, answer, api, applicant, freeSlots, mentor, OFFER, student, type Person, type Teacher } from './world'

let ila: Person
let ravi: Teacher
withoutLimits()
beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})

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
  'an event': {
    who: () => ravi,
    method: 'POST',
    path: () => '/events/',
    rest: { start_time: '2030-01-01T10:00:00Z', end_time: '2030-01-01T11:00:00Z', is_published: false },
    status: 201,
    lines: { title: 120 },
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

  it('comes back from a comment', async () => {
    await trusted(ravi)
    const post = await posted(ila)
    const isSeen = (text: string) => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
    for (const text of [...packed(2500), ...MORE]) {
      if (isSeen(text)) expect((await answer(comment(ravi, post, text), 201)).text).toBe(text)
      else expect((await answer(comment(ravi, post, text), 422)).errors).toEqual({ text: ['Required'] })
    }
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

  it('comes back from a request, a complaint and the contact form, and from what staff answer', async () => {
    const staff = await admin()
    const said = [...packed(1500), ...MORE].filter((text) => text.trim() !== '' && fits(text, 1500))
    const lines = [...packed(110, ' '), ...MORE].filter((text) => fits(text, 110))
    await eachOf(lines, async (line) => {
      const body = { subject: line, message: line, name: line, text: line }
      const { subject, message, name, text } = body
      const asked = await answer(api('POST', '/chat/customer-service/', { as: ila, body: { subject, message } }), 201)
      expect([asked.subject, asked.messages[0].text]).toEqual([lineOf(line), line])
      const email = 'naughty@example.com'
      if (fits(line, 100))
        await answer(api('POST', '/grievances/', { as: ila, body: { name, email, subject, text } }), 201)
      const search = encodeURIComponent(line.slice(0, 100).toWellFormed())
      const { status, body: found } = await api('GET', `/admin/support/tickets/?search=${search}`, { as: staff })
      await found?.cancel()
      expect([200, 422]).toContain(status)
    })
    const items: { subject: string }[] = []
    for (let cursor = ''; ;) {
      const page = await answer(api('GET', `/admin/grievances/?limit=100${cursor}`, { as: staff }), 200)
      items.push(...page.items)
      if (!page.next_cursor) break
      cursor = `&cursor=${encodeURIComponent(page.next_cursor)}`
    }
    const kept = lines.filter((line) => fits(line, 100)).map(lineOf)
    expect(items.map((one) => one.subject).toSorted()).toEqual(kept.toSorted())
    const { id } = await answer(
      api('POST', '/chat/customer-service/', { as: ila, body: { subject: 'All of them', message: 'here' } }),
      201,
    )
    for (const [i, text] of said.entries()) {
      const by = { as: staff, body: { text } }
      const { messages } = await answer(api('POST', `/admin/support/tickets/${id}/reply/`, by), 201)
      expect(messages.at(-1).text).toBe(text)
      const form = { name: 'Noor', email: `naughty${i}@example.com`, query: text }
      await answer(api('POST', '/chat/contact/', { body: form }), 201)
    }
  })

  it('comes back as a caption, and as the start of a search of mentors, skills and events', async () => {
    const captions = packed(140, ' ').filter((text) => lengthOf(text) <= 140)
    for (const [i, caption] of captions.slice(0, 8).entries()) {
      const file = await answer(send('/portfolio/', ila, { file: png(8 + i), caption }), 201)
      expect(file.caption).toBe(lineOf(caption))
    }
    await eachOf(packed(190, ' '), async (text) => {
      const q = encodeURIComponent(text.slice(0, 200).toWellFormed())
      await answer(api('GET', `/mentors/?q=${q}`), 200)
      await answer(api('GET', `/skills/?q=${q}`), 200)
      await answer(api('GET', `/events/?search=${q}`), 200)
    })
  })
})
