import fc from 'fast-check'
import { expect, it } from 'vitest'
import { line } from '../contract/common'
import { cursorOf, positionOf } from './database'
import { newId, newSecret } from './ids'
import { addressPrefix } from './limits'
import { isOurs } from './origin'

it('makes ids that sort by time and do not repeat', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 45 }), fc.integer({ min: 1, max: 2 ** 40 }), (early, later) => {
      expect(newId(new Date(early)) < newId(new Date(early + later))).toBe(true)
    }),
  )
  const at = new Date()
  expect(new Set(Array.from({ length: 1000 }, () => newId(at))).size).toBe(1000)
  expect(newSecret()).toMatch(/^[\w-]{43}$/)
})

it.each([
  ['203.0.113.77', '203.0.113'],
  ['2001:db8:12:3456:7890::1', '2001:0db8:0012:34'],
  ['2001:db8:12:34ff::', '2001:0db8:0012:34'],
  ['::1', '0000:0000:0000:00'],
])('counts %s as the network %s', (address, prefix) => {
  expect(addressPrefix(new Headers({ 'cf-connecting-ip': address }))).toBe(prefix)
})

it('knows our own pages, and local ones in development alone', () => {
  const production = { PUBLIC_ORIGIN: 'https://aspirex.example.com' } as never
  const development = { PUBLIC_ORIGIN: 'http://localhost:8787', ENVIRONMENT: 'development' } as never
  expect(isOurs(production, 'https://aspirex.example.com')).toBe(true)
  for (const origin of ['http://localhost:8787', 'https://aspirex.example.com.evil.example', 'null', undefined])
    expect(isOurs(production, origin)).toBe(false)
  expect(isOurs(development, 'http://127.0.0.1:5173')).toBe(true)
  expect(isOurs(development, 'http://localhost.evil.example')).toBe(false)
})

it('brings a cursor back as it was and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null))), (position) => {
      expect(positionOf(cursorOf(...position)) ?? []).toEqual(position)
    }),
  )
  for (const garbage of ['', 'x', '%', btoa('{}'), btoa('7')]) expect(positionOf(garbage)).toBeUndefined()
})

it('keeps a line of any script as typed, without control and direction-override characters', () => {
  const name = line(1, 100)
  expect(name.parse(' Zoë \u202eO’Neil\u0000 ')).toBe('Zoë O’Neil')
  expect(name.parse('👩🏽‍🔬'.repeat(100))).toHaveLength('👩🏽‍🔬'.length * 100)
  expect(name.safeParse('👩🏽‍🔬'.repeat(101)).success).toBe(false)
  expect(name.safeParse('\u202e').success).toBe(false)
})
