import type { Message } from '../../worker/contract/chat.ts'
import { Device } from './chat-client.ts'

/** Loses sight of the message at `place`. */
export class Forgetful extends Device {
  place = 0
  protected override show(message: Message): void {
    super.show(message)
    if (message.seq === this.place) this.shown.splice(-1)
  }
}

/** Shows the message at `place` a second time. */
export class Repetitive extends Device {
  place = 0
  protected override show(message: Message): void {
    super.show(message)
    if (message.seq === this.place) this.shown.push(message)
  }
}
