import * as contract from '../contract/files'
import { PICTURE_WIDTHS } from '../contract/files.constants'
import { write } from '../lib/database'
import { showPicture } from '../accounts/pictures.data'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { objectAt } from './bucket'
import * as data from './files.data'
import { addressOf, pictureKey } from './files.rules'
import { readForm } from './form'
import { keepUpload } from './keeping'
import { takeSquare } from './taking'

const FIELDS = PICTURE_WIDTHS.map((width) => `w${width}`)

const choose = route('signed_in', {
  method: 'post',
  path: '/files/picture/',
  operationId: 'choosePicture',
  summary: 'My picture as multipart squares w96, w256 and w512 (needed): JPEG, PNG or WebP, kept without metadata',
  returns: { 200: contract.PictureChosen },
  fails: ['unsupported_media_type', 'body_too_large', 'invalid_input', 'storage_full'],
  upload: ['w96', 'w256', 'w512'],
  facts: (db, { me }) => ({ usage: data.usageOf(db, me) }),
})

const remove = route('signed_in', {
  method: 'delete',
  path: '/files/picture/',
  operationId: 'removePicture',
  summary: 'Go without a picture',
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me }) => ({ rows: data.ownPicture(db, me) }),
})

const serve = route('anyone', {
  method: 'get',
  path: '/files/pictures/:hash/:width/',
  operationId: 'picture',
  summary: 'A picture at an address that never means another one',
  params: contract.PicturePath,
  returns: { 200: null, 304: null },
  fails: ['not_found'],
  shared: true,
})

const FOREVER = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "sandbox; default-src 'none'",
}

export const pictureRoutes = slice()
  .on(choose, async (c) => {
    const { files } = await readForm(c.req.raw, { files: FIELDS, needed: 'w512' })
    const widths = PICTURE_WIDTHS.filter((width) => files[`w${width}`])
    const squares = widths.map((width) => takeSquare(`w${width}`, files[`w${width}`]!.bytes, width))
    const parts = squares.map(({ width, type, bytes }) => ({ suffix: `/${width}`, type, bytes }))
    const { type } = squares.at(-1)!
    const whole = { kind: 'picture' as const, name: '', type, width: 512, height: 512, caption: null, parts }
    return c.json({ picture_url: addressOf(await keepUpload(c, whole)), widths })
  })
  .on(remove, async (c) => {
    const { db, account, facts, now } = c.var
    if (account.picture_url === null) fail('not_found')
    const [kept] = facts.rows
    await write(db, kept ? data.removeFile(db, kept, now) : [showPicture(db, account.id, null)])
    return c.body(null, 204)
  })
  .on(serve, async (c) => {
    const { hash, width } = c.var.params
    const { headers } = c.req.raw
    const exact = await objectAt(c.env, pictureKey(hash, width), headers)
    // Where only the largest width was sent, it stands in for the others.
    const object = exact ?? (await objectAt(c.env, pictureKey(hash, 512), headers)) ?? fail('not_found')
    const own = { ...FOREVER, etag: object.httpEtag }
    if (!('body' in object)) return c.body(null, 304, own)
    const { body, httpMetadata, size } = object as R2ObjectBody
    const type = httpMetadata?.contentType ?? fail('not_found')
    return c.body(body, 200, { ...own, 'content-type': type, 'content-length': String(size) })
  })
