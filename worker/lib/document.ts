import { generateSpecs } from 'hono-openapi'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { plainPage } from './plain-page'

const DOCUMENTATION = {
  defaultValidationErrorResponse: false as const,
  documentation: {
    openapi: '3.1.0',
    info: {
      title: 'AspireX',
      version: '1',
      description:
        'Students find mentors, book and pay for sessions, and talk in real time. Every path is served with and without its trailing slash; errors are RFC 9457 problem documents.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: '__Host-session' },
        token: { type: 'http' as const, scheme: 'bearer' },
      },
    },
  },
}

/** The canonical path of everything ends in a slash. */
async function specsOf(app: Hono<any>): Promise<Specs> {
  const specs = (await generateSpecs(app, DOCUMENTATION)) as unknown as Specs
  const paths = Object.entries(specs.paths).map(([path, item]) => [path.endsWith('/') ? path : `${path}/`, item])
  return { ...specs, paths: Object.fromEntries(paths) }
}

/** Adds the OpenAPI 3.1 document, made from the schemas that validate, and a page to read it on. */
export function document(app: Hono<any>): void {
  let made: Promise<Specs> | undefined
  const once = (): Promise<Specs> => (made ??= specsOf(app))
  app.get('/api/openapi.json', async (c) => c.json(await once()))
  app.get('/api/docs', async (c) => {
    const specs = await once()
    return plainPage(c, `${specs.info.title} API`, readable(specs))
  })
}

interface Operation {
  operationId?: string
  summary?: string
  description?: string
  requestBody?: unknown
  responses?: Record<string, { description?: string }>
}
interface Specs {
  info: { title: string; description?: string }
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, unknown> }
}

function readable({ info, paths, components }: Specs) {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, of]) => ({ path, method, of })),
  )
  return html`<p>${info.description}</p>
    <p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
    ${operations.map(operationPart)}
    <h1>Shapes</h1>
    ${Object.entries(components?.schemas ?? {}).map(
      ([name, schema]) =>
        html`<section id="${name}">
          <h2>${name}</h2>
          <pre>${JSON.stringify(schema, null, 1)}</pre>
        </section>`,
    )}`
}

const operationPart = ({ path, method, of }: { path: string; method: string; of: Operation }) =>
  html`<section id="${of.operationId ?? ''}">
    <h2>${method.toUpperCase()} ${path}</h2>
    <p>${of.summary}. ${of.description}</p>
    ${of.requestBody ? html`<pre>${JSON.stringify(of.requestBody, null, 1)}</pre>` : ''}
    <ul>
      ${Object.entries(of.responses ?? {}).map(([status, { description }]) => html`<li><b>${status}</b> ${description}</li>`)}
    </ul>
  </section>`
