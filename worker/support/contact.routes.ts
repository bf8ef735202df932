import * as contract from '../contract/support'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const contact = route('anyone', {
  method: 'post',
  path: '/chat/contact/',
  operationId: 'contact',
  summary: 'Write to our staff without an account; the answer comes by mail',
  body: contract.ContactForm,
  returns: { 201: contract.ContactTaken },
  fails: ['invalid_input', 'too_many_requests'],
})

export const contactRoutes = slice().on(contact, () => fail('unexpected'))
