import { useQueryClient } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import DownloadIcon from '~icons/lucide/download'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { Note, ProblemNote } from '../ui/Note'
import { downloadPath, exportsQuery, requestExport, type Export } from './exports.queries'
import { Section } from './Section'

/** Everything that is mine as one file: asked for, prepared, downloaded. */
export default function DataSection() {
  const client = useQueryClient()
  const exports = useQuery(exportsQuery)
  const ask = createSubmission(requestExport, (made) => {
    client.setQueryData(exportsQuery().queryKey, (was) => ({
      items: [made, ...(was?.items ?? []).filter(({ id }) => id !== made.id)],
      next_cursor: null,
    }))
  })
  return (
    <Section id="data" title={m.settings_data()} words={m.export_words()}>
      <Loaded query={exports} loading={<SkeletonRows count={1} />}>
        {(page) => (
          <form class="card stack" onSubmit={(event) => void ask.submit(event)}>
            <ProblemNote error={ask.error()} />
            <Standing latest={page().items[0]} />
            <Show when={page().items[0]?.state !== 'preparing'}>
              <div>
                <Button kind={page().items[0]?.state === 'ready' ? 'soft' : 'primary'} type="submit" busy={ask.busy()}>
                  {page().items[0]?.state === 'ready' ? m.export_ask_again() : m.export_ask()}
                </Button>
              </div>
            </Show>
          </form>
        )}
      </Loaded>
    </Section>
  )
}

function Standing(props: { latest: Export | undefined }) {
  return (
    <Switch fallback={<p class="t-2">{m.export_none_words()}</p>}>
      <Match when={props.latest?.state === 'preparing'}>
        <div class="stack stack--1" role="status">
          <p class="t-strong">{m.export_preparing()}</p>
          <p class="t-2">{m.export_preparing_words()}</p>
        </div>
      </Match>
      <Match when={props.latest?.state === 'failed'}>
        <Note kind="warning">{m.export_failed()}</Note>
      </Match>
      <Match when={props.latest?.state === 'ready' && props.latest}>{(latest) => <Ready made={latest()} />}</Match>
    </Switch>
  )
}

function Ready(props: { made: Export }) {
  const place = useMyPlace()
  return (
    <div class="row row--wrap">
      <div class="stack stack--1 grow basis-60" role="status">
        <p class="t-strong">{m.export_ready()}</p>
        <Show when={place()} fallback={<span class="sk sk--w80" />}>
          {(mine) => (
            <p class="t-sm t-2">
              {m.export_ready_words({
                day: mine().day(props.made.created_at),
                time: mine().time(props.made.created_at),
                zone: mine().label(props.made.created_at),
                size: sizeOf(props.made.size ?? 0),
                until_day: mine().day(props.made.expires_at!),
                until_time: mine().time(props.made.expires_at!),
              })}
            </p>
          )}
        </Show>
      </div>
      <a class="btn btn--primary" href={downloadPath(props.made.id)} download="" target="_self">
        <DownloadIcon class="i" aria-hidden="true" />
        {m.export_download()}
      </a>
    </div>
  )
}

function sizeOf(bytes: number): string {
  const write = (value: number, digits: number) =>
    new Intl.NumberFormat(regionalLocale(), { maximumFractionDigits: digits }).format(value)
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  return kilobytes < 1000
    ? m.export_size_kb({ size: write(kilobytes, 0) })
    : m.export_size_mb({ size: write(bytes / 1_000_000, 1) })
}
