import type { Notification } from './notifications.queries'

export interface Fold {
  first: Notification
  /** Older ones of the same, newest first. */
  others: Notification[]
}

/** What is about one thing is one row. A warning never hides behind something lighter: levels stay apart. */
export function folded(items: Notification[]): Fold[] {
  const folds = new Map<string, Fold>()
  for (const item of items) {
    const key = item.group ? `${item.group} ${item.notification_type}` : item.id
    const fold = folds.get(key)
    if (fold) fold.others.push(item)
    else folds.set(key, { first: item, others: [] })
  }
  return [...folds.values()]
}
