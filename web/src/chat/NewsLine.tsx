import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'
import type { News } from './rows'

const NEWS = {
  session_confirmed: m.chat_news_confirmed,
  session_moved: m.chat_news_moved,
  session_cancelled: m.chat_news_cancelled,
}

/** What happened to a session of the two; nobody said it. */
export function NewsLine(props: { row: News; mine: Place }) {
  const words = () => {
    const { news, content } = props.row
    if (!news) return content
    const at = news.start_time
    const when = m.booking_weekday_time({ day: props.mine.day(at), time: props.mine.time(at) })
    return NEWS[news.event]({ title: isolate(news.offer_title), when })
  }
  return (
    <p class="dateline said__news" data-seq={props.row.seq ?? undefined} tabindex="-1">
      <span>
        {words()}{' '}
        <Show when={props.row.news}>
          {(news) => (
            <A class="link" href={`/sessions/${news().booking_id}`}>
              {m.chat_news_open()}
            </A>
          )}
        </Show>
      </span>
    </p>
  )
}
