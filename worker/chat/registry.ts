import { sql } from 'drizzle-orm'
import { machineTime, now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { report } from '../lib/log'
import { inboxOf } from '../notifications/inbox'
import { itemFrom, markRead, noteDown, refresh, type Notice, type Refreshed } from '../notifications/notifications.data'
import { isQuiet } from '../notifications/quiet'
import { isMutedFor, registerProgress } from './progress.data'
import { noticeCause, noticeDueAt, summaryOf } from './chat.rules'
import { answersAfter } from './answers'
import { answersSince, noteAnswers } from './answers.data'
import { tellFiles } from './attachments.data'
import type { BroughtFiles } from './brought-files'
import type { Markers } from './markers'
import type { MemberRow, MessageLog } from './message-log'

/** What there is to tell of. */
interface Known {
  log: MessageLog
  markers: Markers
  files: BroughtFiles
  sql: SqlStorage
  isHere: (account_id: string) => boolean
}

/** In a burst, D1 and the inboxes hear of it once in this time. */
const BEAT_MS = 1000
const RETRY_MS = 5000

interface Standing extends MemberRow {
  unread: number
  /** The notification of this run has been overtaken by reading. */
  finished_run: number | null
  notice: Notice | null
  next: { noticed_seq: number; run_seq: number | null }
}

/** Where a person stands: what is unread, and what there is to tell. */
function standingOf({ log, markers, isHere }: Known, member: MemberRow, at: Date): Standing {
  const { account_id, read_seq, noticed_seq, run_seq } = member
  const unread = markers.unreadFor(account_id, read_seq)
  const untold = markers.unreadFor(account_id, Math.max(read_seq, noticed_seq))
  const finished_run = run_seq !== null && read_seq >= run_seq ? run_seq : null
  const due = untold.since !== null && noticeDueAt(untold.since, isHere(account_id)) <= at.getTime()
  const notice = due ? noticeFor(log, account_id, unread.first ?? 0) : null
  const next = {
    noticed_seq: due ? log.lastSeq() : noticed_seq,
    run_seq: due ? unread.first : finished_run === null ? run_seq : null,
  }
  return { ...member, unread: unread.count, finished_run, notice, next }
}

function noticeFor(log: MessageLog, person: string, first_unread: number): Notice {
  const { conversation_id } = log.outline()
  const sender = log.members().find(({ account_id }) => account_id !== person)
  const last = log.last(sender?.account_id)
  const preview = last ? summaryOf(last) : ''
  return {
    person,
    kind: 'message_received',
    cause: noticeCause(conversation_id, first_unread),
    data: { conversation_id, sender_name: sender?.name ?? '', preview },
  }
}

/** When there will be something to tell, in product time (ms); undefined where everything has been told. */
function nextTelling({ log, markers, files, isHere }: Known, earliest: number): number | undefined {
  const people = log.members()
  const changed =
    log.outline().registered_seq < log.lastSeq() ||
    files.untold().length > 0 ||
    people.some(({ read_seq, registered_read_seq }) => registered_read_seq < read_seq)
  if (changed) return earliest
  const waits = people.flatMap(({ account_id, read_seq, noticed_seq }) => {
    const { since } = markers.unreadFor(account_id, Math.max(read_seq, noticed_seq))
    return since === null ? [] : noticeDueAt(since, isHere(account_id))
  })
  return waits.length === 0 ? undefined : Math.max(Math.min(...waits), earliest)
}

/** Keeps D1 and both inboxes up to date: at once after quiet, in a burst once a second. Times here are product time. */
export class Registry {
  private told_at = 0
  private telling = false
  private alarm_at: number | undefined

  constructor(
    private readonly env: Environment,
    private readonly ctx: DurableObjectState,
    private readonly known: Known,
  ) {}

  /** The alarm is part of the same write as the change, so that a crash between the two forgets nothing. */
  tellSoon(): void {
    const due = Math.max(now().getTime(), this.told_at + BEAT_MS)
    this.wakeAt(due + BEAT_MS)
    if (due <= now().getTime()) this.ctx.waitUntil(this.tell())
    else this.wakeAt(due)
  }

  onAlarm(): Promise<void> {
    this.alarm_at = undefined
    return this.tell()
  }

  async tell(): Promise<void> {
    if (this.telling) return
    this.telling = true
    try {
      await this.register(now())
    } catch (error) {
      report('conversation not registered', {}, error)
      return this.wakeAt(now().getTime() + RETRY_MS)
    } finally {
      this.telling = false
      this.told_at = now().getTime()
    }
    const next = nextTelling(this.known, this.told_at + BEAT_MS)
    if (next !== undefined) return this.wakeAt(next)
    this.alarm_at = undefined
    await this.ctx.storage.deleteAlarm()
  }

  /** An earlier alarm that is already set stays. */
  private wakeAt(due: number): void {
    if (this.alarm_at !== undefined && this.alarm_at <= due) return
    this.alarm_at = due
    void this.ctx.storage.setAlarm(machineTime(new Date(due)))
  }

  /** One batch for D1, then the pushes. Repeating it changes nothing. */
  private async register(at: Date): Promise<void> {
    const { env, known } = this
    const { log, markers, files } = known
    const db = unmetered(env)
    const last = log.last()
    const { conversation_id, answered_seq } = log.outline()
    const people = log.members().map((member) => standingOf(known, member, at))
    const changed = files.untold()
    const answers = answersAfter(known.sql, answered_seq, answersSince(at))
    const told = people.flatMap(({ notice }) => notice ?? [])
    const readers = people.filter(({ finished_run }) => finished_run !== null)
    const causeOf = ({ finished_run }: Standing) => ({ cause: noticeCause(conversation_id, finished_run ?? 0) })
    const results = await write(db, [
      ...registerProgress(db, conversation_id, last, people),
      ...tellFiles(db, conversation_id, changed, at),
      ...noteAnswers(db, conversation_id, answers, at),
      ...readers.map((person) => markRead(db, person.account_id, causeOf(person), at)),
      ...told.flatMap((notice) =>
        noteDown(db, notice, newId(at), at, sql`not ${isMutedFor(conversation_id, notice.person)}`),
      ),
      ...told.map((notice) => refresh(db, notice)),
    ])
    markers.registered(last?.seq ?? 0, people)
    files.told(changed)
    const rows = results.slice(results.length - told.length) as Refreshed[][]
    await Promise.all([
      ...rows
        .flat()
        .map((row) => inboxOf(env, row.account_id).notify(row.account_id, itemFrom(row, NOBODY), isQuiet(row, at))),
      ...readers.map(({ account_id }) => inboxOf(env, account_id).tellUnread(account_id)),
    ])
  }
}

/** The words of a message name no time, so it matters not whose zone it would be in. */
const NOBODY = { name: '', time_zone: 'UTC' }
