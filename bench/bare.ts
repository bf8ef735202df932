import type { D1Database } from '@cloudflare/workers-types'
import { Hono } from 'hono'

const app = new Hono<{ Bindings: { DB: D1Database } }>()

app.get('/', (c) => c.json({ maintenance_mode: false, message: null, until: null }))

app.get('/row/', async (c) =>
  c.json(await c.env.DB.prepare('select id, name from person where id = ?').bind(1).first()),
)

app.put('/row/', async (c) => {
  await c.env.DB.batch([
    c.env.DB.prepare('create table if not exists person (id integer primary key, name text not null)'),
    c.env.DB.prepare("insert or ignore into person values (1, 'Asha')"),
  ])
  return c.body(null, 204)
})

export default app
