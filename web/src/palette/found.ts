import { createMemo, type Accessor } from 'solid-js'
import BookIcon from '~icons/lucide/book-open'
import CalendarIcon from '~icons/lucide/calendar-days'
import TextIcon from '~icons/lucide/text'
import type { Answer } from '../lib/api'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useMyPlace } from '../lib/zones'
import type { Place } from '../lib/time'
import type { Entry, Group } from './entries'
import { articlesQuery, everywhereQuery } from './palette.queries'

type Everywhere = Answer<'/api/search/'>

/** What the words find outside of the names of pages: people, talks, posts, events and answers of the help centre. */
export function createFound(asked: Accessor<string>) {
  const place = useMyPlace()
  const found = useQuery(() => everywhereQuery(asked()))
  const articles = useQuery(() => articlesQuery(asked()))
  const groups = createMemo<Group[]>(() => {
    if (asked() === '') return []
    const help = (articles.data ?? [])
      .slice(0, 3)
      .map(({ slug, title }): Entry => ({ id: `help-${slug}`, title, icon: BookIcon, href: `/help/${slug}` }))
    return [...(found.data ? groupsOf(found.data, place()) : []), { title: m.palette_help(), entries: help }]
  })
  return { groups, isWaiting: () => found.isFetching, error: () => found.error }
}

function groupsOf({ mentors, conversations, posts, events }: Everywhere, place: Place | undefined): Group[] {
  return [
    {
      title: m.palette_mentors(),
      entries: mentors.map(({ mentor_id, name, headline, picture_url }) => ({
        id: mentor_id,
        title: name,
        detail: headline ?? undefined,
        picture: picture_url,
        href: `/mentors/${mentor_id}`,
      })),
    },
    {
      title: m.palette_conversations(),
      entries: conversations.map(({ id, name, preview, picture_url }) => ({
        id: `talk-${id}`,
        title: name,
        detail: preview,
        picture: picture_url,
        href: `/messages/${id}`,
      })),
    },
    {
      title: m.palette_posts(),
      entries: posts.map(({ id, excerpt, author_name }) => ({
        id: `post-${id}`,
        title: excerpt,
        detail: author_name ?? m.palette_former_member(),
        icon: TextIcon,
        href: `/community/posts/${id}`,
      })),
    },
    {
      title: m.palette_events(),
      entries: events.map(({ id, title, start_time }) => ({
        id: `event-${id}`,
        title,
        detail: place && `${place.day(start_time)} ${place.time(start_time)} ${place.label(start_time)}`,
        icon: CalendarIcon,
        href: `/events/${id}`,
      })),
    },
  ]
}
