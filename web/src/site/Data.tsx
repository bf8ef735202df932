import type { RouteSectionProps } from '@solidjs/router'
import { QueryClientProvider } from '@tanstack/solid-query'
import { queries } from '../lib/queries'

/** Everything behind the landing page shares one cache of what the server said. */
export default function Data(props: RouteSectionProps) {
  return <QueryClientProvider client={queries}>{props.children}</QueryClientProvider>
}
