import type { RouteSectionProps } from '@solidjs/router'
import { Suspense } from 'solid-js'
import { Logo } from '../ui/Logo'
import { SkipLink } from '../site/VisitorFrame'

/** The quiet walls of the pages by which one comes in: a logo and one card. */
export default function EntryFrame(props: RouteSectionProps) {
  return (
    <>
      <SkipLink />
      <header class="wrap flex min-h-16 items-center">
        <Logo href="/" />
      </header>
      <main id="main" tabindex="-1" class="wrap grid max-w-[30rem] gap-6 pt-4 pb-16 md:pt-12">
        <Suspense>{props.children}</Suspense>
      </main>
    </>
  )
}
