import type { Attachment, Message, SessionNews } from '../contract/chat'
import type { ErrorCode } from '../contract/errors'
import { withoutContacts } from '../guardians/guardians.rules'
import { now } from '../lib/clock'
import { newId } from '../lib/ids'
import { needsReply } from './chat.rules'
import type { BroughtFiles } from './brought-files'
import type { ChangeLog, Changed } from './message-changes'
import type { MessageLog } from './message-log'
import { SYSTEM } from './message-rows'
import { Pace } from './pace'
import type { Standing } from './standing'

export interface Draft {
  client_id: string
  content: string
  reply_to?: number | undefined
  attachments?: string[] | undefined
}
/** A repeat answers the first message again. */
export type Sent = { message: Message; repeated: boolean } | Refused
export type Refused = { refused: ErrorCode; too_fast?: boolean }
/** Who acts, and whether ways to meet elsewhere are taken out of their words. */
export interface Actor {
  account_id: string
  masked?: boolean | undefined
}
export type Change =
  | { type: 'edit'; seq: number; content: string }
  | { type: 'delete'; seq: number }
  | { type: 'react'; seq: number; emoji: string; on: boolean }

const WORDS: Record<SessionNews['event'], string> = {
  session_confirmed: 'Session confirmed',
  session_moved: 'Session moved',
  session_cancelled: 'Session cancelled',
}

const said = ({ masked }: Actor, content: string): string => (masked ? withoutContacts(content) : content)

/** What may be said and changed in a conversation, under its rules, whichever way it comes. */
export class Talk {
  private readonly pace = new Pace()

  constructor(
    private readonly log: MessageLog,
    private readonly changes: ChangeLog,
    private readonly standing: Standing,
    private readonly files: BroughtFiles,
  ) {}

  paceOf(account_id: string, what: Parameters<Pace['take']>[1]): Refused | undefined {
    const pace = this.pace.take(account_id, what, now())
    return pace === 'fine' ? undefined : { refused: 'too_many_requests', too_fast: pace === 'too_fast' }
  }

  /** One insert. Only what is refused, or was said before, costs more. */
  send(actor: Actor, draft: Draft): Sent {
    const hasty = this.paceOf(actor.account_id, 'send')
    if (hasty) return hasty
    const at = now()
    const files = this.files.ofOwner(actor.account_id, draft.attachments ?? [], at)
    const refused = this.refusalOf(actor.account_id, draft, files)
    const content = said(actor, draft.content)
    const { client_id, reply_to = null } = draft
    const message = refused
      ? undefined
      : this.log.append({
          id: newId(at),
          client_id,
          sender_id: actor.account_id,
          content,
          reply_to,
          sent_at: at.getTime(),
          attachments: files,
        })
    if (message) {
      if (draft.attachments?.length) this.files.send(message.seq, draft.attachments)
      return { message, repeated: false }
    }
    const first = this.log.bySender(actor.account_id, client_id)
    if (!first) return { refused: refused ?? 'unexpected' }
    return this.isSame(first, { ...draft, content }) ? { message: first, repeated: true } : REUSED
  }

  change(actor: Actor, change: Change): Changed | Refused {
    const hasty = this.paceOf(actor.account_id, 'send')
    if (hasty) return hasty
    const { account_id } = actor
    const at = now()
    // What one takes back is delivered to nobody.
    if (change.type === 'delete') return this.remove(account_id, change.seq, at)
    if (this.standing.isBlocked()) return { refused: 'undeliverable' }
    if (change.type === 'react') return this.changes.react(account_id, change.seq, change, at)
    return this.changes.edit(account_id, change.seq, said(actor, change.content), at)
  }

  /** What happened to a session, once for each cause; those who were told by a notice have nothing more to read. */
  announce(cause: string, news: SessionNews): Message | undefined {
    const at = now()
    const entry = { id: newId(at), client_id: cause, sender_id: SYSTEM, reply_to: null, sent_at: at.getTime() }
    return this.log.append({ ...entry, content: WORDS[news.event], system: news })
  }

  /** Its files go with it. */
  private remove(account_id: string, seq: number, at: Date): Changed {
    const removed = this.changes.remove(account_id, seq, at)
    if ('changed' in removed && removed.changed) this.files.takeBack(seq)
    return removed
  }

  private refusalOf(sender: string, { reply_to, attachments = [] }: Draft, files: Attachment[]) {
    if (this.standing.isBlocked()) return 'undeliverable'
    if (reply_to !== undefined && (reply_to < 1 || reply_to > this.log.lastSeq())) return 'invalid_input'
    if (files.length < attachments.length) return 'invalid_input'
    const waits = needsReply(this.log.roleOf(sender), this.log.texts(), this.log.mentorWrote())
    return waits ? 'reply_needed' : undefined
  }

  private isSame(first: Message, { content, reply_to, attachments = [] }: Draft): boolean {
    const files = first.deleted_at === null ? first.attachments.map(({ file_id }) => file_id) : attachments
    return (
      this.changes.firstWords(first) === content &&
      first.reply_to === (reply_to ?? null) &&
      files.join() === attachments.join()
    )
  }
}

const REUSED: Refused = { refused: 'idempotency_key_reused' }
