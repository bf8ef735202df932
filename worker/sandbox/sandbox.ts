import { Hono, type Context, type MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { errorsOf } from '../lib/admission'
import { moveClock, now } from '../lib/clock'
import { isDevelopment, type Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { runJobs, type Jobs } from '../lib/jobs'
import { limitScale, scaleLimits } from '../lib/limits'
import type { Topics } from '../lib/outbox'
import { plainPage, type Html } from '../lib/plain-page'
import type { Spine } from '../lib/route'
import { onMissing } from '../lib/spine'
import { pay, Payment } from './checkout'
import { plantFaults } from './faults.data'
import { googleSandbox } from './google'
import { SANDBOX_ACCOUNTS, SANDBOX_KEYS } from './keys'
import { lettersTo } from './mailbox.data'
import { frontPage, mailboxPage } from './pages'
import { previewOf, previewsPage } from './previews'
import { runHere } from './queue-here'
import { razorpayApi } from './razorpay.api'
import { storeOf } from './razorpay.data'
import { FAULT_KINDS } from './sandbox.schema'
import { plantSite, Site } from './sites'

type Wire = { Bindings: Environment; Variables: Spine }

interface World {
  /** What cron runs. */
  jobs: Jobs
  /** What runs only when it is asked for by name. */
  asked: Jobs
  topics: Topics
}

/** The levers of a development world. Anywhere else there is nothing here, and no setting changes that. */
export function sandbox(world: World): Hono<Wire> {
  const app = new Hono<Wire>({ strict: false })
  app.use(onlyInDevelopment)
  app.route('/razorpay', razorpayApi)
  app.route('/google', googleSandbox)

  app.get('/', (c) => {
    const front = { now: now(), razorpay: SANDBOX_KEYS, accounts: SANDBOX_ACCOUNTS }
    return wantsPage(c) ? show(c, frontPage(front)) : c.json(front)
  })

  app.post('/clock', async (c) => {
    const wish = await bodyOf(c, Clock)
    const to = 'now' in wish ? new Date(wish.now) : new Date(now().getTime() + wish.advance_seconds * 1000)
    const standsStill = 'advance_seconds' in wish && wish.advance_seconds === 0
    if (!standsStill && !(await moveClock(c.env, to)))
      fail('invalid_input', { errors: { now: ['Time does not go back'] } })
    await runHere(c.env, world.topics, (env) => runJobs(env, world.jobs))
    return c.json({ now: now() })
  })

  app.post('/cron', async (c) => {
    const { job } = await bodyOf(c, Cron)
    const run =
      job === undefined
        ? undefined
        : ({ ...world.jobs, ...world.asked }[job] ?? fail('invalid_input', { errors: { job: ['Unknown'] } }))
    const wished = job !== undefined && run ? { [job]: run } : world.jobs
    return c.json({ ran: await runHere(c.env, world.topics, (env) => runJobs(env, wished)) })
  })

  app.post('/limits', async (c) => {
    scaleLimits((await bodyOf(c, Limits)).scale)
    return c.json({ scale: limitScale() })
  })

  app.post('/sites', async (c) => {
    await plantSite(c.env, await bodyOf(c, Site))
    return c.json({})
  })

  app.get('/mailbox', async (c) => {
    const query = MailboxQuery.safeParse(c.req.query())
    if (!query.success) fail('invalid_input', { errors: errorsOf(query.error.issues) })
    const letters = await lettersTo(storeOf(c.env), query.data)
    return c.req.header('accept')?.includes('application/json')
      ? c.json(letters)
      : show(c, mailboxPage(letters.items, query.data.to))
  })

  app.get('/mailbox/kinds', (c) => show(c, previewsPage()))

  app.get('/mailbox/kinds/:kind', (c) => {
    const preview = previewOf(c.env, c.req.param('kind'))
    if (!preview) return onMissing(c)
    c.header(
      'content-security-policy',
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    )
    return c.html(preview)
  })

  app.post('/razorpay/orders/:id/pay', async (c) =>
    c.json(await pay(c.env, c.req.param('id'), await bodyOf(c, Payment))),
  )

  app.post('/razorpay/faults', async (c) => {
    const { order_id, faults } = await bodyOf(c, Faults)
    await plantFaults(storeOf(c.env), order_id, faults, now())
    return c.json({ faults })
  })
  return app
}

const onlyInDevelopment: MiddlewareHandler<Wire> = async (c, next) => (isDevelopment(c.env) ? next() : onMissing(c))

const Clock = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance_seconds: z.int().min(0).max(3_153_600_000) }),
])
const Cron = z.strictObject({ job: z.string().optional() })
const Limits = z.strictObject({ scale: z.int().min(1) })
const MailboxQuery = z.strictObject({
  to: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().optional(),
})
const Faults = z.strictObject({
  order_id: z.string().optional(),
  faults: z.array(
    z.strictObject({
      kind: z.enum(FAULT_KINDS),
      times: z.int().min(1).max(1000).default(1),
      seconds: z.int().min(0).max(31_536_000).default(5),
    }),
  ),
})

async function bodyOf<T extends z.ZodType>(c: Context<Wire>, shape: T): Promise<z.output<T>> {
  const text = await c.req.text()
  let body: unknown
  try {
    body = text === '' ? {} : JSON.parse(text)
  } catch {
    fail('malformed_json')
  }
  const verdict = shape.safeParse(body)
  return verdict.success ? verdict.data : fail('invalid_input', { errors: errorsOf(verdict.error.issues) })
}

const show = (c: Context, { title, body }: { title: string; body: Html }) => plainPage(c, title, body)

const wantsPage = (c: Context<Wire>): boolean => c.req.header('accept')?.includes('text/html') ?? false
