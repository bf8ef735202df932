import { batch, createSignal, type Accessor } from 'solid-js'
import type { Message } from '../../../worker/contract/chat'
import type { Happening, ThreadState } from './apply'
import { changesOf, messagesOf, type Range } from './chat.queries'
import { KEEP, lastSeq, messageAt, type Page } from './window'

/** So far behind, the thread opens anew at its end: nobody reads hundreds of messages on the way there. */
const FAR = 200
/** Letting go of every single message as the next comes would be a lot of work for little room. */
const SLACK = 50

type Loading = 'older' | 'newer' | 'end'
type Pages = {
  id: string
  state: Accessor<ThreadState>
  take: (happening: Happening) => void
  onCame: (items: readonly Message[]) => void
}

/** Where in the thread one looks: to and fro by pages, jumps, and what a cut line has missed. */
export function createPages({ id, state, take, onCame }: Pages) {
  const [loading, setLoading] = createSignal<Loading>()
  const [problem, setProblem] = createSignal<unknown>()
  const [target, setTarget] = createSignal<{ seq: number }>()
  let catching = false

  /** A page as it is now: what was changed while it was on its way is asked for once more. */
  async function load(range: Range): Promise<Page & { settle: () => Promise<void> }> {
    const { rev } = state()
    const page = await messagesOf(id, range)
    const settle = async () => {
      if (state().rev > rev) take({ type: 'changes', ...(await changesOf(id, rev)) })
    }
    return { ...page, settle }
  }

  /** Fills a gap: a frame was missed, or the greeting did not hold everything. */
  async function catchUp(): Promise<void> {
    if (catching) return
    catching = true
    try {
      while (state().behind) if (!(await comeCloser())) break
      while (state().isStale) take({ type: 'changes', ...(await changesOf(id, state().rev)) })
    } catch {
      // The next frame, or the next greeting, finds it still behind.
    } finally {
      catching = false
    }
  }

  /** False where a page brought nothing, so that nobody asks in circles. */
  async function comeCloser(): Promise<boolean> {
    const last = lastSeq(state())
    const isFar = state().end - last > FAR
    const page = await load(isFar ? {} : { after_seq: last })
    take({ type: isFar ? 'end' : 'newer', ...page })
    onCame(page.items)
    return lastSeq(state()) > last
  }

  async function turn(what: Loading, range: Range, show: (page: Page) => void): Promise<void> {
    if (loading()) return
    setLoading(what)
    try {
      const page = await load(range)
      batch(() => show(page))
      setProblem(undefined)
      await page.settle()
    } catch (error) {
      setProblem(error)
    } finally {
      setLoading(undefined)
    }
  }

  async function arrive(page: Awaited<ReturnType<typeof load>>, seq: number): Promise<void> {
    take({ type: 'around', ...page })
    setTarget({ seq })
    await page.settle()
  }

  return {
    loading,
    /** Why the last page did not come. */
    problem,
    /** The message that somebody was brought to. */
    target,
    catchUp,
    async loadOlder(): Promise<void> {
      const [first] = state().messages
      if (!first || !state().hasOlder) return
      await turn('older', { before_seq: first.seq }, (page) => {
        take({ type: 'older', ...page })
        take({ type: 'forget', side: 'newer' })
      })
    },
    async loadNewer(): Promise<void> {
      if (!state().detached) return
      await turn('newer', { after_seq: lastSeq(state()) }, (page) => {
        take({ type: 'newer', ...page })
        take({ type: 'forget', side: 'older' })
      })
    },
    /** At the newest end nobody needs what lies far above. */
    rest(): void {
      if (!state().detached && state().messages.length > KEEP + SLACK) take({ type: 'forget', side: 'older' })
    },
    async toNewest(): Promise<void> {
      if (!state().detached) return
      await turn('end', {}, (page) => {
        take({ type: 'end', ...page })
        onCame(page.items)
      })
    },
    /** A jump throws what went wrong, for the place where somebody asked. */
    async jumpTo(seq: number): Promise<void> {
      if (messageAt(state(), seq)) setTarget({ seq })
      else await arrive(await load({ around_seq: seq }), seq)
    },
    /** To the first message of a day that began at this instant; false where nothing was said on it. */
    async jumpToDay(began: string, isOfDay: (sentAt: string) => boolean): Promise<boolean> {
      const page = await load({ at: began })
      const first = page.items.find(({ sent_at }) => isOfDay(sent_at))
      if (first) await arrive(page, first.seq)
      return first !== undefined
    },
  }
}
