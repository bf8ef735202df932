import type { Navigator } from '@solidjs/router'
import CalendarPlusIcon from '~icons/lucide/calendar-plus'
import LifeBuoyIcon from '~icons/lucide/life-buoy'
import LogOutIcon from '~icons/lucide/log-out'
import MoonIcon from '~icons/lucide/moon'
import PenIcon from '~icons/lucide/pen-line'
import SunIcon from '~icons/lucide/sun'
import SwitchIcon from '~icons/lucide/arrow-left-right'
import { m } from '../lib/messages'
import { isMentor, type Me } from '../lib/session'
import { chooseSide, isTeaching } from '../lib/side'
import type { Theme } from '../lib/theme'
import type { Entry } from './entries'

interface Hands {
  navigate: Navigator
  chooseTheme: (theme: Theme) => void
  signOut: () => void
}

/** What a person does often, wherever they are. */
export function actsOf(me: Me, { navigate, chooseTheme, signOut }: Hands): Entry[] {
  const switchSide = () => {
    chooseSide(isTeaching(me) ? 'student' : 'mentor')
    navigate('/home')
  }
  return [
    { id: 'write-post', title: m.palette_act_post(), icon: PenIcon, href: '/community?write=post' },
    ...(isMentor(me)
      ? [
          { id: 'new-event', title: m.palette_act_event(), icon: CalendarPlusIcon, href: '/events/new' },
          {
            id: 'side',
            title: isTeaching(me) ? m.palette_act_as_student() : m.palette_act_as_mentor(),
            icon: SwitchIcon,
            act: switchSide,
          },
        ]
      : []),
    { id: 'ask-support', title: m.palette_act_support(), icon: LifeBuoyIcon, href: '/support/new' },
    { id: 'dark', title: m.palette_act_dark(), icon: MoonIcon, act: () => chooseTheme('dark') },
    { id: 'light', title: m.palette_act_light(), icon: SunIcon, act: () => chooseTheme('light') },
    { id: 'log-out', title: m.act_log_out(), icon: LogOutIcon, act: signOut },
  ]
}
