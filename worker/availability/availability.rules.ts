import type { offers } from './availability.schema'

export type OfferRow = typeof offers.$inferSelect

/** How far ahead the directory looks for the soonest free time. */
export const SOONEST_DAYS = 14

/** An offer as everybody may see it. */
export const offerView = ({ mentor_account_id: _, created_at: __, archived_at: ___, ...offer }: OfferRow) => offer
