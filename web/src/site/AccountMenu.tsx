import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import HelpIcon from '~icons/lucide/circle-question-mark'
import TargetIcon from '~icons/lucide/target'
import TicketIcon from '~icons/lucide/ticket'
import TrendIcon from '~icons/lucide/trending-up'
import UsersIcon from '~icons/lucide/users'
import LogOutIcon from '~icons/lucide/log-out'
import ReceiptIcon from '~icons/lucide/receipt-text'
import SettingsIcon from '~icons/lucide/settings'
import { useAppearance } from '../accounts/appearance'
import { languageName, locale, m, offered } from '../lib/messages'
import { isMentor, useSession, type Me } from '../lib/session'
import { chooseSide, isTeaching, sideOf, SIDES, type Side } from '../lib/side'
import { theme, THEMES, type Theme } from '../lib/theme'
import { Avatar } from '../ui/Avatar'

const THEME_NAMES: Record<Theme, () => string> = { system: m.theme_system, light: m.theme_light, dark: m.theme_dark }
const SIDE_NAMES: Record<Side, () => string> = { student: m.side_student, mentor: m.side_mentor }
const localeName = (tag: string) => (tag === 'en-XA' ? m.language_pseudo() : languageName(tag))

export function AccountMenu(props: { me: Me }) {
  const navigate = useNavigate()
  const session = useSession()
  const appearance = useAppearance()
  const take = (side: Side) => {
    chooseSide(side)
    navigate('/home')
  }
  return (
    <DropdownMenu placement="bottom-end" gutter={6}>
      <DropdownMenu.Trigger class="btn btn--quiet btn--icon" aria-label={m.shell_account()}>
        <Avatar name={props.me.name} picture={props.me.picture_url} size="sm" eager />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <p class="px-2.5 py-2">
            <bdi class="t-strong block">{props.me.name}</bdi>
            <span class="t-sm t-3">{props.me.email}</span>
          </p>
          <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/settings')}>
            <SettingsIcon class="i" aria-hidden="true" />
            {m.settings_title()}
          </DropdownMenu.Item>
          <Show
            when={!isTeaching(props.me)}
            fallback={
              <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/students')}>
                <UsersIcon class="i" aria-hidden="true" />
                {m.students_title()}
              </DropdownMenu.Item>
            }
          >
            <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/progress')}>
              <TrendIcon class="i" aria-hidden="true" />
              {m.progress_title()}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/goals')}>
              <TargetIcon class="i" aria-hidden="true" />
              {m.goals_menu()}
            </DropdownMenu.Item>
          </Show>
          <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/events')}>
            <TicketIcon class="i" aria-hidden="true" />
            {m.nav_events()}
          </DropdownMenu.Item>
          <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/payments')}>
            <ReceiptIcon class="i" aria-hidden="true" />
            {m.payments_menu()}
          </DropdownMenu.Item>
          <DropdownMenu.Item class="menu__item" onSelect={() => navigate('/help')}>
            <HelpIcon class="i" aria-hidden="true" />
            {m.nav_help()}
          </DropdownMenu.Item>
          <Show when={isMentor(props.me)}>
            <hr class="menu__line" />
            <Choices
              label={m.side_label()}
              chosen={sideOf(props.me)}
              all={SIDES}
              name={(value) => SIDE_NAMES[value as Side]()}
              choose={(value) => take(value as Side)}
            />
          </Show>
          <hr class="menu__line" />
          <Choices
            label={m.theme_label()}
            chosen={theme()}
            all={THEMES}
            name={(value) => THEME_NAMES[value as Theme]()}
            choose={(value) => appearance.chooseTheme(value as Theme)}
          />
          <Show when={offered.length > 1}>
            <Choices
              label={m.language_label()}
              chosen={locale()}
              all={offered}
              name={localeName}
              choose={appearance.chooseLocale}
            />
          </Show>
          <hr class="menu__line" />
          <DropdownMenu.Item class="menu__item" onSelect={() => void session.signOut()}>
            <LogOutIcon class="i i--flip" aria-hidden="true" />
            {m.act_log_out()}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}

type ChoicesProps = {
  label: string
  chosen: string
  all: readonly string[]
  name: (value: string) => string
  choose: (value: string) => void
}

function Choices(props: ChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={props.chosen} onChange={(value) => props.choose(value)}>
      <DropdownMenu.GroupLabel class="menu__label">{props.label}</DropdownMenu.GroupLabel>
      <For each={props.all}>
        {(value) => (
          <DropdownMenu.RadioItem class="menu__item" value={value} closeOnSelect={false}>
            <span class="grow">{props.name(value)}</span>
            <Show when={props.chosen === value}>
              <CheckIcon class="i" aria-hidden="true" />
            </Show>
          </DropdownMenu.RadioItem>
        )}
      </For>
    </DropdownMenu.RadioGroup>
  )
}
