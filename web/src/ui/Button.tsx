import { A, type AnchorProps } from '@solidjs/router'
import { splitProps, type JSX } from 'solid-js'

type Look = {
  kind?: 'primary' | 'soft' | 'quiet' | 'danger'
  size?: 'sm' | 'lg'
  block?: boolean
  /** A square button of one icon: give it an `aria-label`. */
  icon?: boolean
}
const LOOK = ['kind', 'size', 'block', 'icon', 'class'] as const

function classOf(look: Look & { class?: string }): string {
  const parts = ['btn']
  if (look.kind) parts.push(`btn--${look.kind}`)
  if (look.size) parts.push(`btn--${look.size}`)
  if (look.block) parts.push('btn--block')
  if (look.icon) parts.push('btn--icon')
  if (look.class) parts.push(look.class)
  return parts.join(' ')
}

/** Says the act and the amount: "Pay ₹1,300". While `busy` it keeps its width and takes no second click. */
export function Button(props: Look & { busy?: boolean } & JSX.ButtonHTMLAttributes<HTMLButtonElement>) {
  const [look, own, rest] = splitProps(props, LOOK, ['busy', 'type'])
  return (
    <button class={classOf(look)} type={own.type ?? 'button'} aria-busy={own.busy ? 'true' : undefined} {...rest} />
  )
}

export function ButtonLink(props: Look & AnchorProps) {
  const [look, rest] = splitProps(props, LOOK)
  return <A class={classOf(look)} {...rest} />
}
