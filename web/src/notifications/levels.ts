import AlertIcon from '~icons/lucide/circle-alert'
import SuccessIcon from '~icons/lucide/circle-check'
import InfoIcon from '~icons/lucide/info'
import WarningIcon from '~icons/lucide/triangle-alert'
import { m } from '../lib/messages'

/** A level is never told by colour alone. */
export const LEVELS = {
  info: { icon: InfoIcon, word: m.notifications_info },
  success: { icon: SuccessIcon, word: m.notifications_success },
  warning: { icon: WarningIcon, word: m.notifications_warning },
  error: { icon: AlertIcon, word: m.notifications_error },
}
