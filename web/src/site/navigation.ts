import type { Component, JSX } from 'solid-js'
import BellIcon from '~icons/lucide/bell'
import CalendarIcon from '~icons/lucide/calendar-days'
import TicketIcon from '~icons/lucide/ticket'
import ClockIcon from '~icons/lucide/clock'
import CommunityIcon from '~icons/lucide/messages-square'
import HouseIcon from '~icons/lucide/house'
import MessageIcon from '~icons/lucide/message-circle'
import SearchIcon from '~icons/lucide/search'
import SettingsIcon from '~icons/lucide/settings'
import StarIcon from '~icons/lucide/star'
import TrendIcon from '~icons/lucide/trending-up'
import UsersIcon from '~icons/lucide/users'
import WalletIcon from '~icons/lucide/wallet'
import { m } from '../lib/messages'

export type Destination = {
  href: string
  label: () => string
  icon: Component<JSX.SvgSVGAttributes<SVGSVGElement>>
  /** Which count stands beside it. */
  count?: 'messages' | 'notifications'
  /** On the phone's bar, which holds five. */
  phone?: boolean
}

const HOME: Destination = { href: '/home', label: m.nav_home, icon: HouseIcon, phone: true }
const MENTORS: Destination = { href: '/mentors', label: m.nav_mentors, icon: SearchIcon }
const SESSIONS: Destination = { href: '/sessions', label: m.nav_sessions, icon: CalendarIcon, phone: true }
const AVAILABILITY: Destination = { href: '/availability', label: m.nav_availability, icon: ClockIcon, phone: true }
const MESSAGES: Destination = {
  href: '/messages',
  label: m.nav_messages,
  icon: MessageIcon,
  count: 'messages',
  phone: true,
}
const NOTIFICATIONS: Destination = {
  href: '/notifications',
  label: m.nav_notifications,
  icon: BellIcon,
  count: 'notifications',
}
const EARNINGS: Destination = { href: '/earnings', label: m.nav_earnings, icon: WalletIcon, phone: true }
const REVIEWS: Destination = { href: '/reviews', label: m.reviews_title, icon: StarIcon }
const STUDENTS: Destination = { href: '/students', label: m.students_title, icon: UsersIcon }
const PROGRESS: Destination = { href: '/progress', label: m.progress_title, icon: TrendIcon }
const EVENTS: Destination = { href: '/events', label: m.nav_events, icon: TicketIcon }
const SETTINGS: Destination = { href: '/settings', label: m.settings_title, icon: SettingsIcon }

const COMMUNITY: Destination = { href: '/community', label: m.nav_community, icon: CommunityIcon }

export function destinationsOf(mentor: boolean): Destination[] {
  return mentor
    ? [
        HOME,
        SESSIONS,
        STUDENTS,
        AVAILABILITY,
        MESSAGES,
        EARNINGS,
        REVIEWS,
        MENTORS,
        COMMUNITY,
        EVENTS,
        NOTIFICATIONS,
        SETTINGS,
      ]
    : [
        HOME,
        { ...MENTORS, phone: true },
        SESSIONS,
        MESSAGES,
        { ...COMMUNITY, phone: true },
        EVENTS,
        PROGRESS,
        NOTIFICATIONS,
        SETTINGS,
      ]
}
