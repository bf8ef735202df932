import { createSignal } from 'solid-js'
import type { Draft, Post } from './community.queries'

/** What is being written: something new, a post that is changed, or a draft that goes on. */
export type Writing = { post: Post } | { draft: Draft } | { tag?: string; question?: boolean }

const [writing, setWriting] = createSignal<Writing>()
export { writing }
export const openWriter = (what: Writing = {}): void => void setWriting(what)
export const closeWriter = (): void => void setWriting(undefined)
