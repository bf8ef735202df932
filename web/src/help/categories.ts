import { m } from '../lib/messages'
import type { Category } from './articles'

export const CATEGORY_NAMES: Record<Category, () => string> = {
  learning: m.help_category_learning,
  money: m.help_category_money,
  talking: m.help_category_talking,
  mentoring: m.help_category_mentoring,
  community: m.help_category_community,
  account: m.help_category_account,
}
