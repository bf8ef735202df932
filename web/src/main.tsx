import './app.css'
import { Router, type RouteDefinition } from '@solidjs/router'
import { createSignal, Suspense } from 'solid-js'
import { render } from 'solid-js/web'
import { askEarly, wasSignedIn } from './lib/me'
import { announceLocale } from './lib/messages'
import { registerServiceWorker } from './lib/service-worker'
import { landing } from './site/landing'

announceLocale()
if (location.pathname !== '/' || wasSignedIn()) askEarly()

/** A visitor's first page is one round trip: every other address is learnt right after it, or at once where it is asked for. */
const learnRoutes = () => void import('./routes').then((table) => setRoutes(table.routes))
function NotKnownYet() {
  learnRoutes()
  return null
}
const [routes, setRoutes] = createSignal<RouteDefinition[]>([landing, { path: '*', component: NotKnownYet }])
if (location.pathname !== '/' || wasSignedIn()) learnRoutes()
else addEventListener('load', learnRoutes, { once: true })

/** A task of its own: between reading the code and drawing the page a browser may answer a finger. */
setTimeout(() => {
  const root = document.getElementById('root')!
  // The first words that the landing page came with.
  root.replaceChildren()
  render(() => <Router root={(props) => <Suspense>{props.children}</Suspense>}>{routes()}</Router>, root)
})

registerServiceWorker()
