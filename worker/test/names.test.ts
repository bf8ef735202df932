import { expect, it } from 'vitest'
import { answer, api, mentor, student } from './world'

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
  const ravi = await mentor()
  for (const name of NAMES) {
    await answer(api('PUT', '/mentor/profile/', { as: ravi, body: { name } }), 200)
    expect((await answer(api('GET', `/mentors/${ravi.mentor_id}/`), 200)).name).toBe(name)
  }
  expect((await student({ name: '  \u202eजिज्ञासा\u202c\n' })).user.name).toBe('जिज्ञासा')
})
