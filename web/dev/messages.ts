import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { writePseudoLocale } from './pseudo.mjs'

/** Compiles the catalogues into typed functions; the pseudo-locale is filled only where somebody can look at it. */
export function messages(mode: string) {
  writePseudoLocale(mode !== 'production')
  return paraglideVitePlugin({
    project: `${import.meta.dirname}/../project.inlang`,
    outdir: `${import.meta.dirname}/../src/paraglide`,
    strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
    localStorageKey: 'aspirex.locale',
    isServer: 'false',
    experimentalStaticLocale: mode === 'production' ? '"en"' : undefined,
    emitTsDeclarations: true,
    emitGitIgnore: false,
    emitReadme: false,
  })
}
