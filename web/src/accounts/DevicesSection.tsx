import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import LaptopIcon from '~icons/lucide/laptop'
import PhoneIcon from '~icons/lucide/smartphone'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useSession } from '../lib/session'
import { fromNow } from '../lib/time'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { devicesQuery, signOutDevice, type Device } from './accounts.calls'
import { Everywhere } from './Everywhere'
import { Section } from './Section'

/** Where one is logged in. A device that is signed out loses its open pages within seconds. */
export default function DevicesSection() {
  const devices = useQuery(devicesQuery)
  return (
    <Section id="devices" title={m.devices_title()} words={m.devices_words()}>
      <Loaded query={devices} loading={<SkeletonRows />}>
        {(page) => (
          <ul class="card card--flush list">
            <For each={page().items}>{(device) => <Row device={device} />}</For>
          </ul>
        )}
      </Loaded>
      <Everywhere />
    </Section>
  )
}

const isPhone = (device: string) => /Android|iPhone|iPad/.test(device)

function Row(props: { device: Device }) {
  const client = useQueryClient()
  const session = useSession()
  const now = createNow()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  async function signOut(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      if (props.device.is_this) return await session.signOut()
      await signOutDevice(props.device.id)
      await client.invalidateQueries({ queryKey: devicesQuery().queryKey })
      toast(m.devices_signed_out({ device: props.device.device }))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <li class="list-row flex-wrap">
      <span class="todo__i">
        <Show when={isPhone(props.device.device)} fallback={<LaptopIcon class="i" aria-hidden="true" />}>
          <PhoneIcon class="i" aria-hidden="true" />
        </Show>
      </span>
      <span class="list-row__main">
        <span class="row row--wrap row--2">
          <span class="t-strong">{props.device.device}</span>
          <Show when={props.device.is_this}>
            <Badge kind="accent">{m.devices_this()}</Badge>
          </Show>
        </span>
        <span class="t-sm t-2">
          {props.device.is_this
            ? m.devices_since({ when: fromNow(props.device.created_at, now()) })
            : m.devices_seen({ when: fromNow(props.device.seen_at, now()) })}
        </span>
      </span>
      <Button
        size="sm"
        busy={busy()}
        aria-label={m.devices_sign_out_of({ device: props.device.device })}
        onClick={() => void signOut()}
      >
        {m.act_log_out()}
      </Button>
      <Show when={error()}>
        <div class="basis-full">
          <ProblemNote error={error()} />
        </div>
      </Show>
    </li>
  )
}
