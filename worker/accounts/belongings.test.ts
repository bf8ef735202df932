import { env } from 'cloudflare:test'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { blankOf } from './belongings'
import { BELONGINGS, IMPERSONAL } from './belongings.data'

interface Table {
  name: string
  sql: string
}
const listed = new Map(BELONGINGS.map((one) => [getTableName(one.table), one]))

/** All tables of the database but those that belong to the platform or to an index of words. */
async function tables(): Promise<Table[]> {
  const { results } = await env.DB.prepare(
    "select name, sql from sqlite_master where type = 'table' and name not glob '_cf_*' and name not glob 'sqlite_*' and name <> 'd1_migrations'",
  ).all<Table>()
  const indexes = results.filter(({ sql }) => /^create virtual table/i.test(sql)).map(({ name }) => name)
  return results.filter(({ name }) => !indexes.some((index) => name === index || name.startsWith(`${index}_`)))
}

const PERSONAL =
  /(^|_)(account|payer|actor|owner|sender|reader|person|member|student|mentor|guardian)_id$|^(e?mail|phone)|_by$|_account$/

/** Columns that refer to a person, by a foreign key or by their name. */
async function references(table: string): Promise<string[]> {
  const columns = await env.DB.prepare('select name from pragma_table_info(?)').bind(table).all<{ name: string }>()
  const keys = await env.DB.prepare('select "from" as name, "table" as target from pragma_foreign_key_list(?)')
    .bind(table)
    .all<{ name: string; target: string }>()
  return [
    ...columns.results.filter(({ name }) => PERSONAL.test(name)).map(({ name }) => name),
    ...keys.results.filter(({ target }) => listed.has(target)).map(({ name }) => name),
  ]
}

const unlisted = async () =>
  (await tables()).map(({ name }) => name).filter((name) => !listed.has(name) && !IMPERSONAL[name])

describe('the list of what belongs to a person', () => {
  afterAll(() => env.DB.exec('drop table if exists diaries'))

  it('names every table: what an export gives and an erasure leaves of it, or why it knows nobody', async () => {
    expect(await unlisted()).toEqual([])
    await env.DB.exec('create table diaries (account_id text references accounts (id), words text)')
    expect(await unlisted()).toEqual(['diaries'])
    expect(await references('diaries')).toContain('account_id')
    await env.DB.exec('drop table diaries')
  })

  it('calls no table impersonal that refers to a person', async () => {
    expect((await references('account_roles')).length).toBeGreaterThan(0)
    for (const name of Object.keys(IMPERSONAL)) expect([name, await references(name)]).toEqual([name, []])
  })

  it('names tables and columns that exist, each once, and gives a reason wherever something is held back', async () => {
    const known = (await tables()).map(({ name }) => name)
    expect(listed.size).toBe(BELONGINGS.length)
    expect([...listed.keys(), ...Object.keys(IMPERSONAL)].filter((name) => !known.includes(name))).toEqual([])
    for (const { table, taken, left } of BELONGINGS) {
      const columns = Object.keys(getTableColumns(table))
      const named = 'but' in taken ? taken.but : 'only' in taken ? taken.only : []
      expect(columns).toEqual(expect.arrayContaining(named))
      if ('nothing' in taken) expect(taken.nothing).toMatch(/\w+ \w+/)
      if (left !== 'nothing' && 'everything' in left) expect(left.everything).toMatch(/\w+ \w+/)
    }
  })

  it('empties every column of a row that stays, unless it is named', () => {
    const at = new Date(0)
    for (const { table, left } of BELONGINGS) {
      if (left === 'nothing' || !('keeps' in left)) continue
      const { sets = () => ({}), keeps } = left
      const blank = blankOf(table, keeps, sets(at))
      expect([...keeps, ...Object.keys(blank)].toSorted()).toEqual(Object.keys(getTableColumns(table)).toSorted())
    }
    const students = listed.get('students')?.table
    expect(blankOf(students!, ['account_id', 'student_id'], {})).toMatchObject({ phone: null, bio: null, skills: [] })
  })
})
