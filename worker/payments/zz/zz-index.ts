import { Hono } from 'hono'
import { identify } from '../../accounts/accounts.data'
import { accountRoutes } from '../../accounts/accounts.routes'
import { availabilityRoutes } from '../../availability/availability.routes'
import { bookingJobs } from '../../bookings/bookings.jobs'
import { bookingRoutes } from '../../bookings/bookings.routes'
import { holdRoutes } from '../../bookings/holds.routes'
import { chatTopics } from '../../chat/chat.topics'
import { admission } from '../../lib/admission'
import { ensureClock } from '../../lib/clock'
import type { Environment } from '../../lib/environment'
import { work } from '../../lib/outbox'
import { mount, type Spine } from '../../lib/route'
import { begin, limitBody, onError, onMissing, receive } from '../../lib/spine'
import { spineJobs } from '../../lib/spine.jobs'
import { mentorRoutes } from '../../mentors/mentors.routes'
import { notificationRoutes } from '../../notifications/notifications.routes'
import { notificationTopics } from '../../notifications/notifications.topics'
import { sandbox } from '../../sandbox/sandbox'
import { sandboxTopics } from '../../sandbox/webhooks'
import { paymentJobs } from '../payments.jobs'
import { paymentRoutes } from '../payments.routes'
import { paymentTopics } from '../payments.topics'

type Wire = { Bindings: Environment; Variables: Spine }
const api = new Hono<Wire>({ strict: false }).basePath('/api')
mount(api, [accountRoutes, mentorRoutes, availabilityRoutes, holdRoutes, bookingRoutes, paymentRoutes, notificationRoutes], admission(identify))
const app = new Hono<Wire>({ strict: false })
app.onError(onError)
app.notFound(onMissing)
app.use(begin, limitBody, receive)
app.route('/', api)
const topics = { ...paymentTopics, ...notificationTopics, ...chatTopics, ...sandboxTopics((request, env, ctx) => app.fetch(request, env, ctx)) }
app.route('/sandbox', sandbox({ jobs: { ...bookingJobs, ...paymentJobs, ...spineJobs }, asked: {}, topics }))
export default {
  fetch: app.fetch,
  async queue(batch, env) {
    await ensureClock(env)
    for (const message of batch.messages) {
      await work(env, topics, message.body.id)
      message.ack()
    }
  },
} satisfies ExportedHandler<Environment, { id: string }>
export { Conversation } from '../../chat/conversation'
export { Inbox } from '../../notifications/inbox'
