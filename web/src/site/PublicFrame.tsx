import type { RouteSectionProps } from '@solidjs/router'
import { Walls } from './Frame'

/** Around pages that are for everybody alike. */
export default function PublicFrame(props: RouteSectionProps) {
  return <Walls open>{props.children}</Walls>
}
