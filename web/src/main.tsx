import './app.css'
import { Router } from '@solidjs/router'
import { Suspense } from 'solid-js'
import { render } from 'solid-js/web'
import { askEarly, wasSignedIn } from './lib/me'
import { announceLocale } from './lib/messages'
import { registerServiceWorker } from './lib/service-worker'
import { routes } from './routes'

announceLocale()
if (location.pathname !== '/' || wasSignedIn()) askEarly()

render(
  () => <Router root={(props) => <Suspense>{props.children}</Suspense>}>{routes}</Router>,
  document.getElementById('root')!,
)

registerServiceWorker()
