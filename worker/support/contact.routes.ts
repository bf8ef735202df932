import { emailKey } from '../accounts/emails.rules'
import * as contract from '../contract/support'
import { write } from '../lib/database'
import { newId } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { route, slice } from '../lib/route'
import { takeContact } from './contact.data'

const contact = route('anyone', {
  method: 'post',
  path: '/chat/contact/',
  operationId: 'contact',
  summary: 'Write to our staff without an account; the answer comes by mail',
  body: contract.ContactForm,
  returns: { 201: contract.ContactTaken },
  fails: ['invalid_input', 'too_many_requests'],
  limits: ({ headers, body }) => [
    { subject: `contact:${addressPrefix(headers)}`, most: 10, seconds: 3600 },
    { subject: `contact:${emailKey(body.email)}`, most: 10, seconds: 86_400 },
  ],
})

const TAKEN = { message: 'Thank you. A person will read it and answer by mail.' }

export const contactRoutes = slice().on(contact, async (c) => {
  const { db, now, body } = c.var
  const { website, ...form } = body
  // Only a machine fills in what nobody sees; it learns nothing from the answer.
  if (!website) await write(db, takeContact(db, { ...form, id: newId(now), message_id: newId(now), now }))
  return c.json(TAKEN, 201)
})
