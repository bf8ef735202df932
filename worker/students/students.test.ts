import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, mentor, OFFER, student, type Person, type Teacher } from '../test/world'

let ila: Person
let ravi: Teacher
beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})
const saveStudent = (body: object) => api('POST', '/student/detail/', { as: ila, body })
const saveMentor = (body: object) => api('POST', '/mentor/detail/', { as: ravi, body })

describe('the details of a student', () => {
  it('are every field of the seed’s StudentDetail, come back as typed and are cleared by null', async () => {
    const body = {
      phone: '+91 98200-12345',
      date_of_birth: '2003-04-05',
      college: 'आईआईटी बॉम्बे',
      degree: 'B.Tech',
      field_of_study: 'Computing & عِلم',
      year_of_study: 3,
      skills: ['Go'],
      interests: ['System design'],
      linkedin_url: 'https://in.linkedin.com/in/ila',
      github_url: 'https://github.com/ila',
      portfolio_url: 'http://ila.example.com/work?a=1#b',
      bio: 'Line one\nline <b>two</b>',
    }
    expect(await answer(saveStudent(body), 200)).toMatchObject(body)
    const empty = Object.fromEntries(Object.keys(body).map((key) => [key, null]))
    expect(await answer(saveStudent(empty), 200)).toMatchObject({ ...empty, skills: [], interests: [] })
  })

  it.each([
    ['a script', 'portfolio_url', 'javascript:alert(1)'],
    ['a script in disguise', 'portfolio_url', ' JaVaScRiPt:alert(1)//https://x.example.com'],
    ['data', 'portfolio_url', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'portfolio_url', 'file:///etc/passwd'],
    ['no address', 'portfolio_url', 'ila.example.com'],
    ['a host without a dot', 'portfolio_url', 'http://localhost/'],
    ['another site for GitHub', 'github_url', 'https://gitlab.com/ila'],
    ['a site that only begins like GitHub', 'github_url', 'https://github.com.evil.example.com/ila'],
    ['a site that only ends like LinkedIn', 'linkedin_url', 'https://notlinkedin.com/in/ila'],
    ['another site behind a user name', 'github_url', 'https://github.com@evil.example.com/'],
    ['fifty kilobytes', 'portfolio_url', `https://example.com/${'x'.repeat(50_000)}`],
    ['fifty kilobytes', 'bio', 'x'.repeat(50_000)],
    ['fifty kilobytes', 'college', 'x'.repeat(50_000)],
    ['words for a telephone number', 'phone', 'call me maybe'],
    ['a telephone number of signs', 'phone', '+ ( ) -'],
    ['a birth date in the future', 'date_of_birth', '2999-01-01'],
    ['a birth date of another age', 'date_of_birth', '1066-10-14'],
    ['a day that does not exist', 'date_of_birth', '2001-02-30'],
    ['half a year', 'year_of_study', 1.5],
    ['a thirteenth year', 'year_of_study', 13],
  ])('refuse %s beside its field and change nothing: %s', async (_, field, value) => {
    await answer(saveStudent({ college: 'Before' }), 200)
    const { errors } = await answer(saveStudent({ college: 'After', [field]: value }), 422)
    expect(Object.keys(errors)).toEqual([field])
    expect(await answer(api('GET', '/student/profile/', { as: ila }), 200)).toMatchObject({ college: 'Before' })
  })
})

describe('what a mentor charges', () => {
  it('is in a currency that the platform enables', async () => {
    const { items } = await answer(api('GET', '/currencies/'), 200)
    expect(items[0]).toBe('INR')
    const refused = await answer(saveMentor({ hourly_rate_minor: 100, hourly_rate_currency: 'XXX' }), 422)
    expect(refused.errors).toEqual({ hourly_rate_currency: [`Choose one of ${items.join(', ')}`] })
    const body = { ...OFFER, currency: 'XXX' }
    for (const [method, path] of [
      ['POST', '/mentor/offers/'],
      ['PUT', `/mentor/offers/${ravi.offer.id}/`],
    ] as const)
      expect((await answer(api(method, path, { as: ravi, body }), 422)).errors).toHaveProperty('currency')
  })

  it('has the usual currency where none is named, keeps the one there is, and is cleared with it', async () => {
    const rate = async (body: object) => {
      const { hourly_rate_minor, hourly_rate_currency } = await answer(saveMentor(body), 200)
      return [hourly_rate_minor, hourly_rate_currency]
    }
    expect(await rate({ hourly_rate_minor: 150_000 })).toEqual([150_000, 'INR'])
    expect(await rate({ hourly_rate_minor: 9000, hourly_rate_currency: 'JPY' })).toEqual([9000, 'JPY'])
    expect(await rate({ hourly_rate_minor: 8000 })).toEqual([8000, 'JPY'])
    expect(await rate({ hourly_rate_minor: null })).toEqual([null, null])
  })
})

describe('the details of a mentor', () => {
  it('are every field of the seed’s MentorDetail, and links are checked for their site', async () => {
    const body = {
      phone: '020 1234 5678',
      headline: 'Writes Go',
      promise: 'We draw it.',
      bio: 'Ledgers.',
      company: 'Example & Söhne',
      designation: 'Engineer',
      years_of_experience: 0,
      expertise: ['Go'],
      languages: ['en', 'mr'],
      linkedin_url: 'https://www.linkedin.com/in/ravi',
      github_url: 'https://gist.github.com/ravi',
      portfolio_url: 'https://ravi.example.com/',
    }
    expect(await answer(saveMentor(body), 200)).toMatchObject(body)
    for (const [field, value] of Object.entries({
      github_url: 'https://example.com',
      linkedin_url: 'javascript:alert(1)',
    }))
      expect(Object.keys((await answer(saveMentor({ headline: 'Other', [field]: value }), 422)).errors)).toEqual([
        field,
      ])
    expect(await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)).toMatchObject(body)
  })
})
