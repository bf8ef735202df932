import type { Badge } from '../../../worker/contract/badges.constants'
import { m } from '../lib/messages'

export const BADGE_NAMES: Record<Badge, () => string> = {
  trusted: m.badges_trusted,
  reliable: m.badges_reliable,
  returned_to: m.badges_returned_to,
  seasoned: m.badges_seasoned,
}
