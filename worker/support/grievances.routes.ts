import * as contract from '../contract/grievances'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const file = route('anyone', {
  method: 'post',
  path: '/grievances/',
  operationId: 'fileGrievance',
  summary: 'A formal complaint: acknowledged within 24 hours, resolved within 15 days. The receipt comes by mail',
  body: contract.NewGrievance,
  returns: { 201: contract.GrievanceFiled },
  fails: ['invalid_input', 'too_many_requests'],
})

const officer = route('anyone', {
  method: 'get',
  path: '/grievances/officer/',
  operationId: 'grievanceOfficer',
  summary: 'Who answers complaints, and how to reach them',
  returns: { 200: contract.GrievanceOfficer },
  fails: ['not_found'],
})

const status = route('anyone', {
  method: 'get',
  path: '/grievances/:token/',
  operationId: 'grievance',
  summary: 'How a complaint stands, by the link of its receipt',
  params: contract.GrievanceToken,
  returns: { 200: contract.Grievance },
  fails: ['not_found', 'too_many_requests'],
})

const later = () => fail('unexpected')
export const grievanceRoutes = slice().on(file, later).on(officer, later).on(status, later)
