import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Access, Route } from '../lib/route'
import { slices } from '../slices'
import { withoutLimits } from './unlimited'
import { admin, answer, api, eventually, mentor, student, type Person, type Teacher } from './world'

const routes = slices
  .flatMap((slice) => slice.routes.map(({ declared }) => declared))
  .filter(({ body }) => body !== undefined)

/** What every object inherits, and what ORMs and document stores read more into. */
const INHERITED = ['constructor', 'toString', 'hasOwnProperty', '$where', 'is_admin', 'email_verified', 'roles']
const FIFTY_KB = 'x'.repeat(50 * 1024)

let people: Record<'student' | 'mentor' | 'staff', Person>
let mira: Teacher
let columns: string[]
let before: string
withoutLimits()

beforeAll(async () => {
  mira = await mentor()
  people = { student: await student(), mentor: mira, staff: await admin() }
  columns = await columnNames()
  before = await stillness()
})

const select = async <T>(sql: string): Promise<T[]> => (await env.DB.prepare(sql).all<T>()).results
const tables = async (): Promise<string[]> =>
  (
    await select<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not glob '_cf_*' and sql not like 'create virtual%'",
    )
  ).map(({ name }) => name)

async function columnNames(): Promise<string[]> {
  const named = await Promise.all(
    (await tables()).map((table) => select<{ name: string }>(`select name from pragma_table_info('${table}')`)),
  )
  return [...new Set([...named.flat().map(({ name }) => name), ...INHERITED])]
}

/** Everything that is stored. Counted tries are what a refusal must not leave either. */
const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all((await tables()).map((table) => select(`select * from "${table}"`))))

/** What the making of people brought about by queue has come to rest. */
const stillness = (): Promise<string> =>
  eventually(async () => {
    const seen = await everything()
    await scheduler.wait(100)
    return seen === (await everything()) && seen
  })

interface Shape {
  keys: string[]
  /** What tells one form of a body from the others. */
  fixed: Record<string, unknown>
}

/** The forms that a body may have, each with its fields; one whose forms are told apart by a field is tried in each. */
function shapesOf(body: z.ZodType): Shape[] {
  if (body instanceof z.ZodIntersection) {
    const sides = [body.def.left, body.def.right].map((side) => shapesOf(side as z.ZodType))
    return sides[0]!.flatMap((one) =>
      sides[1]!.map((other) => ({ keys: [...one.keys, ...other.keys], fixed: { ...one.fixed, ...other.fixed } })),
    )
  }
  if (body instanceof z.ZodDiscriminatedUnion) {
    const by = body.def.discriminator
    return body.options.flatMap((option) =>
      shapesOf(option as z.ZodType).map(({ keys }) => ({
        keys: keys.filter((key) => key !== by),
        fixed: { [by]: ((option as z.ZodObject).shape[by] as z.ZodLiteral).value },
      })),
    )
  }
  if (body instanceof z.ZodUnion) {
    const keys = body.options.flatMap((shape) => shapesOf(shape as z.ZodType).flatMap((one) => one.keys))
    return [{ keys: [...new Set(keys)], fixed: {} }]
  }
  return body instanceof z.ZodObject
    ? [{ keys: Object.keys(body.shape), fixed: {} }]
    : expect.fail('a body that is no object')
}

const WHO: Partial<Record<Access, keyof typeof people>> = {
  admin: 'staff',
  moderator: 'staff',
  finance: 'staff',
  support: 'staff',
  mentor: 'mentor',
  approved_mentor: 'mentor',
  organizer: 'mentor',
}
const send = ({ method, path, access }: Route, body: unknown) =>
  api(
    method.toUpperCase(),
    path
      .replace(':mentor_id', mira.mentor_id)
      .replace(':student_id', 'S000001')
      .replace(':date', '2030-01-01')
      .replace(':seq', '1')
      .replaceAll(/:\w+/g, 'none'),
    {
      as: people[WHO[access] ?? 'student'],
      body,
    },
  )

describe.each(routes)('$operationId', (declared) => {
  const shapes = shapesOf(declared.body as z.ZodType)

  it('refuses every column and every inherited name that is no field of it, each by name', async () => {
    for (const { keys, fixed } of shapes) {
      const foreign = columns.filter((name) => !keys.includes(name) && !(name in fixed))
      const body = { ...Object.fromEntries(foreign.map((name) => [name, 1])), ...fixed }
      const { errors } = await answer(send(declared, body), 422)
      expect(foreign.filter((name) => errors[name]?.[0] !== 'Unknown field')).toEqual([])
    }
  })

  it('refuses 50 KB in each field, alone or in a list, at that field', async () => {
    for (const { keys, fixed } of shapes) {
      for (const key of keys) {
        const { errors } = await answer(send(declared, { ...fixed, [key]: FIFTY_KB }), 422)
        expect(Object.keys(errors)).toContain(key)
        const { errors: inner } = await answer(send(declared, { ...fixed, [key]: [FIFTY_KB] }), 422)
        expect(Object.keys(inner).filter((name) => name === key || name.startsWith(`/${key}/`))).toHaveLength(1)
      }
    }
  })
})

it('found the columns of every table and the bodies of every route', () => {
  expect(routes.length).toBeGreaterThan(45)
  expect(columns).toEqual(expect.arrayContaining(['password_hash', 'account_id', 'totp_secret']))
})

it('changed nothing by all that', async () => {
  expect((await everything()) === before).toBe(true)
})
