import * as z from 'zod'

export const Id = z.string().min(1).max(64).meta({ description: 'Opaque' })
export const Instant = z.iso.datetime().meta({ description: 'ISO 8601, UTC' })
export const Day = z.iso.date()
export const TimeZone = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: 'IANA zone', examples: ['Asia/Kolkata'] })
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217 code' })
export const AmountMinor = z.int().min(0).max(1_000_000_000_00).meta({ description: 'Integer minor units' })
export const StudentId = z.string().regex(/^S\d{6,}$/)
export const MentorId = z.string().regex(/^M\d{6,}$/)
export const DisplayId = z.string().regex(/^[SM]\d{6,}$/)

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function graphemeCount(text: string): number {
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}

/** Something that can be seen: a name of zero-width or filler characters is none. */
const isSeen = (text: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
const isLong = (text: string, least: number): boolean => least === 0 || (isSeen(text) && graphemeCount(text) >= least)

/** Free text of one or more lines: comes back as it was typed, measured in graphemes. */
export const text = (least: number, most: number) =>
  z
    .string()
    .max(most * 16)
    .refine((value) => value.isWellFormed(), 'This holds a broken character')
    .refine((value) => isLong(value.trim(), least), least === 1 ? 'Required' : `At least ${least} characters`)
    .refine((value) => graphemeCount(value) <= most, `At most ${most} characters`)

/** One line that is shown beside other text: control and direction-override characters are stripped (A6). */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
export const line = (least: number, most: number) =>
  z
    .string()
    .max(most * 16)
    .overwrite((value) => value.replace(UNSAFE, '').trim())
    .refine((value) => value.isWellFormed(), 'This holds a broken character')
    .refine((value) => isLong(value, least), least === 1 ? 'Required' : `At least ${least} characters`)
    .refine((value) => graphemeCount(value) <= most, `At most ${most} characters`)

export const Name = line(1, 100)

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const DOMAIN = `(?:${LABEL}\\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--${LABEL})`
/** As mail servers take them everywhere: no quotes, comments, addresses of machines or domains without a dot. */
export const Email = z
  .email({ pattern: new RegExp(`^(?=.{1,64}@)[\\w!#$%&'*+/=?^\`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^\`{|}~-]+)*@${DOMAIN}$`) })
  .max(254)

/** What a parser passes over and a reader does not see: blanks, controls, changes of direction, a name before @. */
const HIDDEN = /[\s\\\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|^https?:\/*[^/?#]*@/iu
export const Link = z
  .url({
    protocol: /^https?$/,
    hostname: new RegExp(`^${DOMAIN}$`),
    error: 'An address that begins with https:// or http://',
  })
  .max(500)
  .refine((link) => !HIDDEN.test(link), 'An address without spaces, hidden characters or a name before @')
  .meta({ description: 'http or https address' })

const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).hostname.toLowerCase() : '')

/** A link to a page of this site, with or without a name before its domain. */
export const LinkTo = (domain: string) =>
  Link.refine((link) => hostOf(link) === domain || hostOf(link).endsWith(`.${domain}`), `An address at ${domain}`)

/** As people write them: any digits, spaces and the usual signs, five digits at least. */
export const Phone = line(3, 32)
  .refine((value) => /^[\p{Nd}\s+()./-]+$/u.test(value), 'Digits, spaces and + ( ) - only')
  .refine((value) => (value.match(/\p{Nd}/gu) ?? []).length >= 5, 'At least 5 digits')

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
})

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })
