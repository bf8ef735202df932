import { onCleanup } from 'solid-js'
import type { Message } from '../../../worker/contract/chat'
import { CLOSE } from '../../../worker/contract/chat.constants'
import { isPassing, Problem } from '../lib/problem'
import type { Waiting } from './apply'
import { nextOf, type Outbox } from './outbox'

const RECEIPT_MS = 10_000
const BREATH_MS = 1500
/** Frames that would close every line they are sent on. */
const UNFIT: Record<number, string> = {
  [CLOSE.third_bad_frame]: 'invalid_input',
  [CLOSE.frame_too_large]: 'body_too_large',
}

type Ways = {
  outbox: Outbox
  /** By frame; false where no socket is open. The receipt comes as a message. */
  byFrame: (item: Waiting) => boolean
  /** By the REST path, or undefined while that is not wanted. */
  byPost: () => ((item: Waiting) => Promise<Message>) | undefined
  onReceipt: (message: Message) => void
  onChange: () => void
}

/**
 * Sends what waits, one at a time and in order. A try without a receipt is made again with the same `client_id`, which
 * the server takes for one message however often it comes.
 */
export function createSending(ways: Ways) {
  let under: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function again(delayMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      under = undefined
      flush()
    }, delayMs)
  }

  function flush(): void {
    const item = nextOf(ways.outbox.items())
    if (!item || under !== undefined) return
    if (ways.byFrame(item)) {
      under = item.client_id
      again(RECEIPT_MS)
      return
    }
    const post = ways.byPost()
    if (!post) return
    under = item.client_id
    post(item).then(
      (message) => {
        ways.onReceipt(message)
        settled(item.client_id)
      },
      (error: unknown) =>
        refused(item.client_id, error instanceof Problem ? error.code : 'unexpected', isPassing(error)),
    )
  }

  /** It is with the server: the next one may go. */
  function settled(clientId: string): void {
    const isOurs = ways.outbox.items().some((item) => item.client_id === clientId)
    if (isOurs) ways.outbox.remove(clientId)
    else if (under !== clientId) return
    if (under !== undefined && under !== clientId) return
    clearTimeout(timer)
    under = undefined
    flush()
  }

  /** Too fast and out of reach pass by themselves; anything else needs the person. */
  function refused(clientId: string, code: string, passes = false): void {
    if (passes || code === 'too_many_requests') {
      if (under === clientId) again(BREATH_MS)
      return
    }
    ways.outbox.fail(clientId, code)
    ways.onChange()
    clearTimeout(timer)
    under = undefined
    flush()
  }

  onCleanup(() => clearTimeout(timer))
  return {
    flush,
    settled,
    refused,
    /** The line was cut: what had no receipt is sent again when there is one, unless it was itself the reason. */
    cut(code?: number) {
      const unfit = code === undefined ? undefined : UNFIT[code]
      if (unfit && under !== undefined) refused(under, unfit)
      clearTimeout(timer)
      under = undefined
    },
  }
}
