import type { Booking } from '../bookings/bookings.queries'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Note } from '../ui/Note'
import type { Checkout } from './checkout'
import { METHOD_NAMES, type Method } from './methods'

/** Stands where Razorpay's sheet opens with a real key, and says plainly that it is not one. */
export default function SandboxSheet(props: { checkout: Checkout; booking: Booking; method: Method }) {
  const amount = () => money(props.booking.amount_minor, props.booking.currency, { exact: true })
  return (
    <Dialog
      open={props.checkout.sheet()}
      onClose={() => props.checkout.closeSheet()}
      title={m.checkout_sandbox_title()}
      description={m.checkout_sandbox_what({ amount: amount(), method: METHOD_NAMES[props.method]() })}
    >
      <Note kind="warning">{m.checkout_sandbox_note()}</Note>
      <div class="stack stack--2">
        <Button
          kind="primary"
          size="lg"
          block
          busy={props.checkout.busy()}
          onClick={() => void props.checkout.payHere('captured')}
        >
          {m.checkout_sandbox_succeed()}
        </Button>
        <Button size="lg" block onClick={() => void props.checkout.payHere('late')}>
          {m.checkout_sandbox_late()}
        </Button>
        <Button size="lg" block onClick={() => void props.checkout.payHere('failed')}>
          {m.checkout_sandbox_fail()}
        </Button>
      </div>
    </Dialog>
  )
}
