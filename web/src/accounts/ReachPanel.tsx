import { Match, Switch } from 'solid-js'
import type { Me } from '../lib/session'
import { BirthDate } from './BirthDate'
import { EmailCode } from './EmailCode'

/** What is missing before others can be reached, one thing after the other. Nothing once all is there. */
export function ReachPanel(props: { me: Me }) {
  return (
    <Switch>
      <Match when={!props.me.email_verified}>
        <EmailCode me={props.me} first />
      </Match>
      <Match when={!props.me.birth_date_known}>
        <BirthDate />
      </Match>
    </Switch>
  )
}
