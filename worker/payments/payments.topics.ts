import type { Topics } from '../lib/outbox'
import { captureTopics } from './captures.topics'
import { eventTopics } from './events.topics'
import { invoiceTopics } from './invoices.topics'
import { refundTopics } from './refunds.topics'

export const paymentTopics: Topics = { ...eventTopics, ...captureTopics, ...refundTopics, ...invoiceTopics }
