import * as contract from '../contract/notifications'
import { pageFrom, write } from '../lib/database'
import { route, slice } from '../lib/route'
import { inboxOf } from './inbox'
import { itemFrom, markRead, notificationsOf, unreadOf } from './notifications.data'

const listNotifications = route('signed_in', {
  method: 'get',
  path: '/notifications/',
  operationId: 'notificationsOf',
  summary: 'What happened to me, newest first, and how much of it is unread',
  query: contract.NotificationQuery,
  returns: { 200: contract.NotificationPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: notificationsOf(db, me, query), unread: unreadOf(db, me) }),
})

const readNotifications = route('signed_in', {
  method: 'post',
  path: '/notifications/read/',
  operationId: 'readNotifications',
  summary: 'Mark some of them, or all, as read',
  body: contract.ReadNotifications,
  returns: { 200: contract.Unread },
  fails: ['invalid_input'],
})

export const notificationRoutes = slice()
  .on(listNotifications, (c) => {
    const { facts, account, query } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => [last.created_at.getTime(), last.id])
    return c.json({
      items: items.map((row) => itemFrom(row, account)),
      next_cursor,
      unread: facts.unread[0]?.unread ?? 0,
    })
  })
  .on(readNotifications, async (c) => {
    const { db, account, body, now } = c.var
    const results = await write(db, [markRead(db, account.id, body, now), unreadOf(db, account.id)])
    const [left] = results[1] as { unread: number }[]
    c.executionCtx.waitUntil(inboxOf(c.env, account.id).tellUnread(account.id))
    return c.json({ unread: left?.unread ?? 0 })
  })
