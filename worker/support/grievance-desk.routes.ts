import * as contract from '../contract/grievances'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const list = route('support', {
  method: 'get',
  path: '/admin/grievances/',
  operationId: 'grievances',
  summary: 'Complaints with both clocks, the most urgent first',
  query: contract.GrievanceQuery,
  returns: { 200: contract.HandledGrievancePage },
  fails: ['invalid_input'],
})

const one = route('support', {
  method: 'get',
  path: '/admin/grievances/:id/',
  operationId: 'handledGrievance',
  summary: 'One complaint',
  params: contract.GrievancePath,
  returns: { 200: contract.HandledGrievance },
  fails: ['not_found'],
})

const acknowledge = route('support', {
  method: 'post',
  path: '/admin/grievances/:id/acknowledge/',
  operationId: 'acknowledgeGrievance',
  summary: 'Say that an officer has read it; who complained is told by mail',
  params: contract.GrievancePath,
  returns: { 200: contract.HandledGrievance },
  fails: ['not_found', 'state_conflict'],
})

const resolve = route('support', {
  method: 'post',
  path: '/admin/grievances/:id/resolve/',
  operationId: 'resolveGrievance',
  summary: 'Answer it in words, which are mailed',
  params: contract.GrievancePath,
  body: contract.GrievanceResolution,
  returns: { 200: contract.HandledGrievance },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
})

const later = () => fail('unexpected')
export const grievanceDeskRoutes = slice().on(list, later).on(one, later).on(acknowledge, later).on(resolve, later)
