import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Button, ButtonLink } from '../ui/Button'
import { Note } from '../ui/Note'
import type { Earnings } from './earnings.queries'
import { NextRelease } from './NextRelease'
import { WithdrawDialog } from './WithdrawDialog'

/** What can be withdrawn, what is held, what is on its way: together everything that is the mentor's. */
export function Sums(props: { earnings: Earnings }) {
  const [open, setOpen] = createSignal(false)
  const sums = () => props.earnings.balance
  const amount = (minor: number) => money(minor, sums().currency, { exact: true })
  const next = () => props.earnings.releases.find(({ state }) => state !== 'contested') ?? props.earnings.releases[0]
  const isEnough = () => sums().available_minor >= sums().least_withdrawal_minor
  return (
    <section class="card stack" aria-labelledby="sums-title">
      <h2 id="sums-title" class="t-section">
        {m.earnings_sums()}
      </h2>
      <dl class="sums num">
        <div>
          <dt>{m.earnings_available()}</dt>
          <dd class="t-big">{amount(sums().available_minor)}</dd>
        </div>
        <div>
          <dt>{m.earnings_held()}</dt>
          <dd>{amount(sums().held_minor)}</dd>
        </div>
        <div>
          <dt>{m.earnings_way()}</dt>
          <dd>{amount(sums().on_its_way_minor)}</dd>
        </div>
        <div class="sums__all">
          <dt>{m.earnings_total()}</dt>
          <dd>{amount(sums().total_minor)}</dd>
        </div>
      </dl>
      <p class="t-sm t-2 num">{m.earnings_paid_out({ amount: amount(sums().paid_out_minor) })}</p>
      <Show when={sums().available_minor < 0}>
        <Note kind="warning">{m.earnings_negative()}</Note>
      </Show>
      <Show when={next()}>{(release) => <NextRelease release={release()} />}</Show>
      <Show
        when={props.earnings.profile}
        fallback={
          <>
            <p class="t-sm t-2">{m.earnings_account_words()}</p>
            <ButtonLink kind="primary" block href="/settings/payouts">
              {m.earnings_account_first()}
            </ButtonLink>
          </>
        }
      >
        {(profile) => (
          <>
            <Show
              when={isEnough()}
              fallback={
                <p class="t-sm t-2">
                  {m.earnings_withdraw_least({ amount: money(sums().least_withdrawal_minor, sums().currency) })}
                </p>
              }
            >
              <Button kind="primary" block onClick={() => setOpen(true)}>
                {m.earnings_withdraw()}
              </Button>
            </Show>
            <p class="t-sm t-2">
              {m.withdraw_to({ destination: isolate(profile().destination) })}{' '}
              <A class="link" href="/settings/payouts">
                {m.withdraw_change()}
              </A>
            </p>
            <WithdrawDialog open={open()} onClose={() => setOpen(false)} balance={sums()} profile={profile()} />
          </>
        )}
      </Show>
    </section>
  )
}
