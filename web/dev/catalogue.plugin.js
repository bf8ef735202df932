// Reads the message catalogues: flat JSON, "key": "text with {names}".
// A plural is {"one": "...", "other": "..."} and is chosen by the input `count`.
const KEY = 'plugin.aspirex.catalogue'

function patternOf(text) {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\{\w+\}$/.test(part)
        ? { type: 'expression', arg: { type: 'variable-reference', name: part.slice(1, -1) } }
        : { type: 'text', value: part },
    )
}

function inputsOf(texts) {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))]
}

function declarationsOf(value) {
  const texts = typeof value === 'string' ? [value] : Object.values(value)
  const names = new Set(inputsOf(texts))
  if (typeof value !== 'string') names.add('count')
  const inputs = [...names].map((name) => ({ type: 'input-variable', name }))
  if (typeof value === 'string') return { declarations: inputs, selectors: [] }
  const plural = {
    type: 'local-variable',
    name: 'countPlural',
    value: {
      type: 'expression',
      arg: { type: 'variable-reference', name: 'count' },
      annotation: { type: 'function-reference', name: 'plural', options: [] },
    },
  }
  return { declarations: [...inputs, plural], selectors: [{ type: 'variable-reference', name: 'countPlural' }] }
}

function variantsOf(id, locale, value) {
  const owner = { messageBundleId: id, messageLocale: locale }
  if (typeof value === 'string') return [{ ...owner, matches: [], pattern: patternOf(value) }]
  return Object.entries(value).map(([category, text]) => ({
    ...owner,
    matches: [
      category === 'other'
        ? { type: 'catchall-match', key: 'countPlural' }
        : { type: 'literal-match', key: 'countPlural', value: category },
    ],
    pattern: patternOf(text),
  }))
}

export default {
  key: KEY,
  toBeImportedFiles: ({ settings }) =>
    settings.locales.map((locale) => ({ locale, path: settings[KEY].pathPattern.replace('{locale}', locale) })),
  importFiles: ({ files }) => {
    const bundles = []
    const messages = []
    const variants = []
    for (const { locale, content } of files) {
      for (const [id, value] of Object.entries(JSON.parse(new TextDecoder().decode(content)))) {
        const { declarations, selectors } = declarationsOf(value)
        bundles.push({ id, declarations })
        messages.push({ bundleId: id, locale, selectors })
        variants.push(...variantsOf(id, locale, value))
      }
    }
    return { bundles, messages, variants }
  },
}
