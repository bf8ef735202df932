// The rules of this code base that oxlint has no rule for: which role of file may import which, and who may read time.

interface Node {
  type: string
  [key: string]: any
}
interface Context {
  filename: string
  report(finding: { node: Node; message: string }): void
}

interface Direction {
  files: RegExp
  never: RegExp
  because: string
  evenTypes?: boolean
}

const tests = /\.test\.tsx?$|\/worker\/(test|dev)\/|\/web\/src\/test\//
const slices = /^\.\.\/(?!lib\/|contract\/)/

const directions: Direction[] = [
  {
    files: /\/contract\/[^/]+\.ts$/,
    never: /^(?!zod$|\.\/)/,
    because: 'a contract imports zod and contracts',
    evenTypes: true,
  },
  { files: /\/worker\/lib\//, never: slices, because: 'the spine knows no slice' },
  { files: /\.rules\.ts$/, never: /^hono|^drizzle-orm|\.(data|schema)$/, because: 'rules are pure' },
  { files: /\.data\.ts$/, never: /^hono/, because: 'data knows no HTTP' },
  { files: /\.schema\.ts$/, never: /^hono|\.(data|rules)$/, because: 'a schema holds tables only' },
  { files: /\.routes\.ts$/, never: /^drizzle-orm|\.schema$/, because: 'routes leave SQL to data' },
  { files: /\/worker\/(?!index|slices)/, never: /\.routes$/, because: 'only index.ts and slices.ts mount routes' },
  {
    files: /\/web\/src\//,
    never: /worker\/(?!contract\/)/,
    because: 'the web shares the contract alone',
    evenTypes: true,
  },
]

const direction = {
  create(context: Context) {
    if (tests.test(context.filename)) return {}
    const here = directions.filter(({ files }) => files.test(context.filename))
    const check = (node: Node) => {
      const from: string | undefined = node.source?.value
      const typesOnly = [node.importKind, node.exportKind].includes('type')
      const broken = here.find(({ never, evenTypes }) => from && never.test(from) && (evenTypes || !typesOnly))
      if (broken) context.report({ node, message: `No '${from}' here: ${broken.because}` })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

const outsideClock = /\/worker\/(?!lib\/(clock|ids)\.ts$)/

/** Time and chance are parameters, so that the development clock and the tests can move them. */
const ambient = {
  create(context: Context) {
    if (!outsideClock.test(context.filename) || tests.test(context.filename)) return {}
    const refuse = (node: Node) => context.report({ node, message: 'Time and chance come from lib/clock and lib/ids' })
    return {
      NewExpression(node: Node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) refuse(node)
      },
      MemberExpression(node: Node) {
        const name = `${node.object.name}.${node.property.name}`
        if (name === 'Date.now' || name === 'Math.random') refuse(node)
      },
    }
  },
}

/** `import { z }` puts five times as much of zod into the bundle. */
const zod = {
  create: (context: Context) => ({
    ImportDeclaration(node: Node) {
      const named = node.specifiers.some(({ type }: Node) => type !== 'ImportNamespaceSpecifier')
      if (/^zod(\/mini)?$/.test(node.source.value) && node.importKind !== 'type' && named)
        context.report({ node, message: "import * as z from 'zod'" })
    },
  }),
}

/** Solid compiles what is constant in a style into its template, which the content security policy refuses. */
const style = {
  create: (context: Context) => ({
    JSXAttribute(node: Node) {
      if (node.name.name !== 'style') return
      const value: Node = node.value?.expression ?? node.value
      const constants = value?.properties?.some((property: Node) => property.value?.type === 'Literal')
      if (constants || value?.type === 'Literal')
        context.report({ node, message: 'A constant style belongs in a class' })
    },
  }),
}

const spoken = /^(aria-(label|description|valuetext|placeholder)|alt|label|placeholder|title|hint|description)$/
const aWord = /\p{L}{2,}/u

/** What a person reads or hears stands in the catalogue, in every language. */
const words = {
  create(context: Context) {
    if (!/\/web\/src\//.test(context.filename) || tests.test(context.filename)) return {}
    const refuse = (node: Node) => context.report({ node, message: 'Words belong in web/messages/en.json' })
    return {
      JSXText(node: Node) {
        if (aWord.test(node.value)) refuse(node)
      },
      JSXAttribute(node: Node) {
        const value: Node = node.value?.expression ?? node.value
        if (spoken.test(node.name.name) && value?.type === 'Literal' && aWord.test(`${value.value}`)) refuse(node)
      },
      JSXExpressionContainer(node: Node) {
        const { expression } = node
        if (typeof expression.value === 'string' && node.parent?.type === 'JSXElement' && aWord.test(expression.value))
          refuse(node)
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { ambient, direction, style, words, zod } }
