import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Security = Answer<'/api/account/security/'>
export type Device = Answer<'/api/account/devices/'>['items'][number]

export const proveEmail = (body: Body<'/api/auth/verify-email/', 'post'>) =>
  answer(api.POST('/api/auth/verify-email/', { body }))
export const mailCodeAgain = () => answer(api.POST('/api/auth/verify-email/resend/'))

export const askReset = (email: string) => answer(api.POST('/api/auth/password-reset/', { body: { email } }))
export const resetPassword = (body: Body<'/api/auth/password-reset/confirm/', 'post'>) =>
  answer(api.POST('/api/auth/password-reset/confirm/', { body }))
export const changePassword = (body: Body<'/api/account/password/', 'post'>) =>
  answer(api.POST('/api/account/password/', { body }))

export const askEmailChange = (body: Body<'/api/account/email/', 'post'>) =>
  answer(api.POST('/api/account/email/', { body }))
export const confirmEmailChange = (token: string) =>
  answer(api.POST('/api/auth/email-change/confirm/', { body: { token } }))
export const undoEmailChange = (token: string) => answer(api.POST('/api/auth/email-change/undo/', { body: { token } }))

export const securityQuery = () =>
  queryOptions({ queryKey: ['security'], queryFn: () => answer(api.GET('/api/account/security/')) })
export const devicesQuery = () =>
  queryOptions({ queryKey: ['devices'], queryFn: () => answer(api.GET('/api/account/devices/')) })
export const signOutDevice = (id: string) =>
  answer(api.DELETE('/api/account/devices/{id}/', { params: { path: { id } } }))

export const beginTotp = (body: Body<'/api/account/totp/', 'post'>) => answer(api.POST('/api/account/totp/', { body }))
export const confirmTotp = (code: string) => answer(api.POST('/api/account/totp/confirm/', { body: { code } }))
export const endTotp = (body: Body<'/api/account/totp/disable/', 'post'>) =>
  answer(api.POST('/api/account/totp/disable/', { body }))
export const renewRecoveryCodes = (code: string) =>
  answer(api.POST('/api/account/totp/recovery-codes/', { body: { code } }))
