import * as contract from '../contract/community'
import { File } from '../contract/files'
import { objectOfFile } from '../files/bucket'
import { fileView, usageOf } from '../files/files.data'
import { disposition, PRIVATE } from '../files/files.rules'
import { readForm } from '../files/form'
import { keepUpload } from '../files/keeping'
import { takePicture } from '../files/taking'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { broughtAgain, pictureFor } from './pictures.data'

const bring = route('signed_in', {
  method: 'post',
  path: '/files/post/',
  operationId: 'bringPicture',
  summary: 'Bring a picture of at most 10 MB for a post, as the multipart field file; then send its id in the post',
  returns: { 201: File },
  needs: TO_REACH_OTHERS,
  fails: ['unsupported_media_type', 'body_too_large', 'invalid_input', 'storage_full'],
  upload: ['file'],
  facts: (db, { me }) => ({ usage: usageOf(db, me) }),
})

const show = route('anyone', {
  method: 'get',
  path: '/community/pictures/:file_id/',
  operationId: 'postPicture',
  summary: 'A picture of a post, for whoever may read the post',
  params: contract.PicturePath,
  returns: { 200: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ picture: pictureFor(db, params.file_id, me) }),
})

export const postPictureRoutes = slice()
  .on(bring, async (c) => {
    const { files } = await readForm(c.req.raw, { files: ['file'], needed: 'file' })
    const { name, bytes: sent } = files.file!
    const { type, bytes, width, height } = takePicture('file', sent)
    const row = await keepUpload(
      c,
      { kind: 'post', name, type, width, height, caption: null, parts: [{ suffix: '', type, bytes }] },
      (file) => [broughtAgain(c.var.db, file)],
    )
    return c.json(fileView(row), 201)
  })
  .on(show, async (c) => {
    const picture = c.var.facts.picture[0] ?? fail('not_found')
    const object = (await objectOfFile(c.env, picture)) ?? fail('not_found')
    return c.body(object.body, 200, {
      ...PRIVATE,
      'content-type': picture.type,
      'content-length': String(object.size),
      'content-disposition': disposition(picture.name),
    })
  })
