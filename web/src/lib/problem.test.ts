import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, api } from './api'
import { now } from './clock'
import { fieldError, isPassing, Problem, problemFrom, wordsOf } from './problem'

const body = (code: string, more: object = {}) => ({
  code,
  status: 422,
  title: 't',
  detail: 'd',
  request_id: 'r1',
  ...more,
})

const serverAnswers = (status: number, json: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(json, { status, headers })))

afterEach(() => vi.unstubAllGlobals())

describe('a problem', () => {
  it('reads in words of the catalogue, by its code', () => {
    expect(wordsOf(problemFrom(409, body('slot_taken')))).toBe('This time was taken a moment ago. Nothing was charged.')
  })

  it('of a code that this build does not know is an unexpected one, and keeps the request id', () => {
    const problem = problemFrom(418, body('teapot'))
    expect(problem.code).toBe('unexpected')
    expect(problem.requestId).toBe('r1')
  })

  it('blames the fields that the server blames, by name or by pointer', () => {
    const problem = problemFrom(422, body('invalid_input', { errors: { email: ['Taken'], '/name': ['Required'] } }))
    expect(fieldError(problem, 'email')).toBe('Taken')
    expect(fieldError(problem, 'name')).toBe('Required')
    expect(fieldError(problem, 'password')).toBeUndefined()
  })

  it('is worth another try only where that can help', () => {
    expect(isPassing(problemFrom(503, body('maintenance')))).toBe(true)
    expect(isPassing(problemFrom(404, body('not_found')))).toBe(false)
    expect(isPassing(new Problem('unreachable', 0))).toBe(true)
  })
})

describe('a call', () => {
  it('answers the data and learns the server’s time', async () => {
    const later = Date.now() + 3_600_000
    serverAnswers(200, { total_mentors: 3 }, { 'X-Server-Now': new Date(later).toISOString() })
    expect(await answer(api.GET('/api/platform-stats/'))).toEqual({ total_mentors: 3 })
    expect(Math.abs(now() - later)).toBeLessThan(5000)
  })

  it('throws the problem of a refusal', async () => {
    serverAnswers(401, body('not_signed_in'))
    await expect(answer(api.GET('/api/auth/me/'))).rejects.toMatchObject({ code: 'not_signed_in', status: 401 })
  })

  it('says unreachable when there is no answer at all', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(answer(api.GET('/api/auth/me/'))).rejects.toMatchObject({ code: 'unreachable' })
  })
})
