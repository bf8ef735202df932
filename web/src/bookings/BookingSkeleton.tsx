import { m } from '../lib/messages'

/** The boxes of the page before its answer: a heading, steps, a card, the price. */
export function BookingSkeleton() {
  return (
    <div class="bk" role="status" aria-busy="true" aria-label={m.loading()}>
      <div class="bk__head">
        <span class="sk sk--title h-7" />
      </div>
      <div class="bk__steps h-6">
        <span class="sk sk--w60" />
      </div>
      <div class="bk__grid">
        <div class="card stack">
          <div class="row">
            <span class="sk sk--face" />
            <div class="grow stack stack--2">
              <span class="sk sk--title" />
              <span class="sk sk--w80" />
            </div>
          </div>
          <span class="sk h-24" />
          <span class="sk h-24" />
        </div>
        <div class="card stack stack--3">
          <span class="sk sk--title" />
          <span class="sk" />
          <span class="sk" />
          <span class="sk h-12" />
        </div>
      </div>
    </div>
  )
}
