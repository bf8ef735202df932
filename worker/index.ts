import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { identify } from './accounts/accounts.data'
import { sockets } from './chat/sockets'
import { communitySockets } from './community/sockets'
import { admission } from './lib/admission'
import { ensureClock } from './lib/clock'
import { document } from './lib/document'
import type { Environment } from './lib/environment'
import { runJobs } from './lib/jobs'
import { bury, work, type Topics } from './lib/outbox'
import { mount } from './lib/mount'
import { meetingSockets } from './meetings/sockets'
import type { Spine } from './lib/route'
import { begin, limitBody, onError, onMissing, receive } from './lib/spine'
import { sandbox } from './sandbox/sandbox'
import { sandboxTopics } from './sandbox/webhooks'
import { asked, jobs, nightly, slices, topics } from './slices'

type Wire = { Bindings: Environment; Variables: Spine }

const api = new Hono<Wire>({ strict: false }).basePath('/api')
mount(api, slices, admission(identify))

const app = new Hono<Wire>({ strict: false })
app.onError(onError)
app.notFound(onMissing)
// Razorpay sends webhooks from few addresses; their signature is their admission.
app.use(begin, limitBody, receive('/api/payments/webhook', '/api/mail/bounces'))
app.use('/api/mentors/*', etag())
app.use('/api/students/*', etag())
app.use('/api/platform-stats/*', etag())
app.use('/api/events/*', etag())
app.route('/', api)
document(app)
app.route('/ws', sockets)
app.route('/ws', meetingSockets)
app.route('/ws', communitySockets)

const carried: Topics = { ...topics, ...sandboxTopics((request, env, ctx) => app.fetch(request, env, ctx)) }
app.route('/sandbox', sandbox({ jobs: { ...jobs, ...nightly }, asked, topics: carried }))

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    await ensureClock(env)
    const carry = batch.queue.endsWith('-dead') ? bury : (at: Environment, id: string) => work(at, carried, id)
    for (const message of batch.messages) {
      await carry(env, message.body.id)
      message.ack()
    }
  },
  async scheduled(controller, env) {
    await ensureClock(env)
    await runJobs(env, jobs)
    const at = new Date(controller.scheduledTime)
    if (at.getUTCHours() === 3 && at.getUTCMinutes() === 10) await runJobs(env, nightly)
  },
} satisfies ExportedHandler<Environment, { id: string }>

export { Conversation } from './chat/conversation'
export { Announcer } from './community/announcer'
export { Meeting } from './meetings/meeting'
export { Inbox } from './notifications/inbox'
