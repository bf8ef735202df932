import type { Component, JSX } from 'solid-js'
import BellIcon from '~icons/lucide/bell'
import CalendarIcon from '~icons/lucide/calendar-sync'
import DownloadIcon from '~icons/lucide/download'
import DoorIcon from '~icons/lucide/door-open'
import EyeIcon from '~icons/lucide/eye'
import LandmarkIcon from '~icons/lucide/landmark'
import LaptopIcon from '~icons/lucide/laptop'
import LinkIcon from '~icons/lucide/link'
import PaletteIcon from '~icons/lucide/palette'
import ShieldIcon from '~icons/lucide/shield-check'
import UserIcon from '~icons/lucide/user-round'
import UserPenIcon from '~icons/lucide/user-round-pen'
import { m } from '../lib/messages'

type Part = {
  id: string
  label: () => string
  icon: Component<JSX.SvgSVGAttributes<SVGSVGElement>>
  mentors?: true
}

/** Every section and its address, `/settings/{id}`. */
export const SETTINGS: Part[] = [
  { id: 'profile', label: m.settings_profile, icon: UserPenIcon },
  { id: 'account', label: m.profile_account, icon: UserIcon },
  { id: 'security', label: m.settings_security, icon: ShieldIcon },
  { id: 'notifications', label: m.settings_notifications, icon: BellIcon },
  { id: 'calendar', label: m.settings_calendar, icon: CalendarIcon },
  { id: 'privacy', label: m.settings_privacy, icon: EyeIcon },
  { id: 'appearance', label: m.settings_appearance, icon: PaletteIcon },
  { id: 'devices', label: m.settings_devices, icon: LaptopIcon },
  { id: 'google', label: m.settings_google, icon: LinkIcon },
  { id: 'payouts', label: m.settings_payouts, icon: LandmarkIcon, mentors: true },
  { id: 'data', label: m.settings_data, icon: DownloadIcon },
  { id: 'close', label: m.settings_close, icon: DoorIcon },
]
