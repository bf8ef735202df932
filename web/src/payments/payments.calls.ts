import { answer, api, type Answer, type Body } from '../lib/api'

export type Order = Answer<'/api/mentor/create-order/', 'post'>['order']
export type Proof = Body<'/api/mentor/verify-payment/', 'post'>

/** Opens the order at the provider; repeatable, and gives the hold its ten minutes once more. */
export const openOrder = async (bookingId: string): Promise<Order> =>
  (await answer(api.POST('/api/mentor/create-order/', { body: { booking_id: bookingId } }))).order

/** Tells of a payment at once; the webhook says the same without us. */
export const verifyPayment = (proof: Proof) => answer(api.POST('/api/mentor/verify-payment/', { body: proof }))
