import type { Booking } from '../bookings/bookings.queries'
import type { Me } from '../lib/me'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import type { Method } from './methods'
import type { Order, Proof } from './payments.calls'

const SCRIPT = 'https://checkout.razorpay.com/v1/checkout.js'

type Options = {
  key: string
  order_id: string
  amount: number
  currency: string
  name: string
  description: string
  prefill: { name: string; email: string; method: Method }
  retry: { enabled: boolean }
  handler: (proof: Proof) => void
  modal: { ondismiss: () => void }
}
type Sheet = { open: () => void; on: (event: 'payment.failed', tell: (failure: Failure) => void) => void }
type Failure = { error: { description?: string } }
type Razorpay = new (options: Options) => Sheet
declare global {
  interface Window {
    Razorpay?: Razorpay
  }
}

let loading: Promise<void> | undefined

/** Their script is asked for when somebody pays with a real key, and never before. */
function loadScript(): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = SCRIPT
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      loading = undefined
      reject(new Problem('gateway_unavailable', 0))
    }
    document.head.append(script)
  })
  return loading
}

export type SheetEnd = { end: 'paid'; proof: Proof } | { end: 'failed'; reason: string | undefined } | { end: 'closed' }

/** Opens Razorpay's own sheet and says how it ended. */
export async function payWithRazorpay(order: Order, booking: Booking, me: Me, method: Method): Promise<SheetEnd> {
  await loadScript()
  return new Promise((resolve) => {
    let failure: Failure | undefined
    const sheet = new window.Razorpay!({
      key: order.key_id!,
      order_id: order.razorpay_order_id!,
      amount: order.amount_minor,
      currency: order.currency,
      name: m.brand(),
      description: booking.offer_title,
      prefill: { name: me.name, email: me.email, method },
      retry: { enabled: false },
      handler: (proof) => resolve({ end: 'paid', proof }),
      modal: {
        ondismiss: () => resolve(failure ? { end: 'failed', reason: failure.error.description } : { end: 'closed' }),
      },
    })
    sheet.on('payment.failed', (told) => (failure = told))
    sheet.open()
  })
}
