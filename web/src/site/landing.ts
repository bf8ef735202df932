import type { RouteDefinition } from '@solidjs/router'
import LandingPage from './LandingPage'

/** One object for the first table of routes and for the whole one: the page stays when the second takes over. */
export const landing: RouteDefinition = { path: '/', component: LandingPage }
