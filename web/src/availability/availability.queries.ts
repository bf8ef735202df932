import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Availability = Answer<'/api/mentor/availability/'>
export type Offer = Answer<'/api/mentor/offers/'>['items'][number]
export type NewOffer = Body<'/api/mentor/offers/', 'post'>
export type Intake = Answer<'/api/mentor/intake/'>
export type OwnMentor = Answer<'/api/mentor/profile/'>

/** Keys start with what the inbox refreshes when a decision about the mentor comes. */
export const ownMentorQuery = () =>
  queryOptions({ queryKey: ['mentor', 'own'], queryFn: () => answer(api.GET('/api/mentor/profile/')) })

export const offersQuery = () =>
  queryOptions({ queryKey: ['offers'], queryFn: () => answer(api.GET('/api/mentor/offers/')) })

export const availabilityQuery = () =>
  queryOptions({ queryKey: ['availability'], queryFn: () => answer(api.GET('/api/mentor/availability/')) })

/** How many students I take, and which. */
export const intakeQuery = () =>
  queryOptions({ queryKey: ['intake'], queryFn: () => answer(api.GET('/api/mentor/intake/')) })

export const setIntake = (body: Intake) => answer(api.PUT('/api/mentor/intake/', { body }))

export const addOffer = (body: NewOffer) => answer(api.POST('/api/mentor/offers/', { body }))

export const changeOffer = (id: string, body: NewOffer) =>
  answer(api.PUT('/api/mentor/offers/{id}/', { params: { path: { id } }, body }))

export const removeOffer = (id: string) => answer(api.DELETE('/api/mentor/offers/{id}/', { params: { path: { id } } }))

export const setAvailability = (body: Availability) => answer(api.PUT('/api/mentor/availability/', { body }))
