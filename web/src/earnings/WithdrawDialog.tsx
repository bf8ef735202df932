import { A } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, createUniqueId, Show, untrack } from 'solid-js'
import { now } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { minorOf, money, typedAmount } from '../lib/money'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { requestWithdrawal, type Balance, type Profile } from './earnings.queries'
import { createWhen } from './when'

type Props = { open: boolean; onClose: () => void; balance: Balance; profile: Profile }

/** Asks how much; everything that is available stands there already. */
export function WithdrawDialog(props: Props) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.withdraw_title()}
      description={
        <>
          {m.withdraw_to({ destination: isolate(props.profile.destination) })}{' '}
          <A class="link" href="/settings/payouts">
            {m.withdraw_change()}
          </A>
        </>
      }
    >
      <AmountForm {...props} />
    </Dialog>
  )
}

function AmountForm(props: Props) {
  const client = useQueryClient()
  const when = createWhen()
  const form = createUniqueId()
  const currency = () => props.balance.currency
  const [typed, setTyped] = createSignal(untrack(() => typedAmount(props.balance.available_minor, currency())))
  const minor = () => minorOf(typed(), currency())
  // A wish of another amount is another wish.
  let wish = { minor: -1, key: '' }
  const withdraw = createSubmission(
    async () => {
      const amount = minor()
      if (amount === undefined) return undefined
      if (wish.minor !== amount) wish = { minor: amount, key: crypto.randomUUID() }
      return requestWithdrawal(amount, currency(), wish.key)
    },
    (done) => {
      if (!done) return
      void client.invalidateQueries({ queryKey: ['earnings'] })
      toast(m.withdraw_done({ amount: money(done.withdrawal.amount_minor, currency()) }))
      props.onClose()
    },
  )
  const fault = () => {
    const amount = minor()
    const bounds = { least: props.balance.least_withdrawal_minor, most: props.balance.available_minor }
    if (amount === undefined) return m.withdraw_not_amount({ example: typedAmount(bounds.most, currency()) })
    const outside = amount < bounds.least || amount > bounds.most || withdraw.fieldError('amount_minor') !== undefined
    return outside ? between() : undefined
  }
  const between = () =>
    m.withdraw_between({
      least: money(props.balance.least_withdrawal_minor, currency()),
      most: money(props.balance.available_minor, currency()),
    })
  const waits = () => Date.parse(props.profile.payable_from) > now()
  return (
    <form id={form} class="stack" onSubmit={(event) => void withdraw.submit(event)}>
      <ProblemNote error={withdraw.fieldError('amount_minor') ? undefined : withdraw.error()} />
      <TextField
        label={m.withdraw_amount({ currency: currency() })}
        name="amount"
        inputmode="decimal"
        autocomplete="off"
        data-first
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        error={fault()}
        hint={fault() ? undefined : between()}
      />
      <Show when={waits()}>
        <Note kind="info">{m.withdraw_later({ when: when(props.profile.payable_from) })}</Note>
      </Show>
      <div class="dialog__foot row row--wrap row--2">
        <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
        <Button kind="primary" type="submit" busy={withdraw.busy()} disabled={fault() !== undefined}>
          {fault() === undefined
            ? m.withdraw_act({ amount: money(minor() ?? 0, currency(), { exact: true }) })
            : m.withdraw_act_none()}
        </Button>
      </div>
    </form>
  )
}
