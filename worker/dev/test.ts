import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { root } from './place.ts'

// Everything that must hold before a change lands. `--deep` runs the suites that draw at random, at full size.
type Command = [tool: string, ...args: string[]]

const reports = join(root, 'test-results')
const reportAt = (name: string): string => join(reports, `${name}.json`)

const node = (program: string, ...args: string[]): Command => ['node', program, ...args]
const types = (project: string): Command => ['tsc', '-p', project]
const vitest = (name: string, ...files: string[]): Command => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportAt(name)}`]
  return ['vitest', 'run', '-c', `${name}/vitest.config.ts`, ...reporters, ...files]
}

/** The suites that draw at random are those that ask how often. */
const random = globSync('worker/**/*.test.ts', { cwd: root })
  .filter((file) => readFileSync(join(root, file), 'utf8').includes('RANDOM_RUNS'))
  .map((file) => file.replace('worker/', ''))
const everything: [string, Command][] = [
  ['Lint', ['oxlint']],
  ['Format', ['oxfmt', '--check']],
  ['Types of the Worker', types('worker')],
  // The build makes the messages that the next steps read.
  ['Build of the SPA', ['vite', 'build', 'web', '--logLevel', 'error']],
  ['Weight of the first page', node('web/dev/size.mjs')],
  ['Types of the SPA', types('web')],
  ['Types of the service worker', types('web/tsconfig.sw.json')],
  ['Types of the programs', types('worker/dev')],
  ['Nothing unused', ['knip']],
  ['Contrast of the colours', node('web/dev/check-contrast.mjs')],
  ['Contract', node('worker/dev/contract.ts', '--check')],
  ['Worker tests, inside workerd', vitest('worker')],
  ['Component tests', vitest('web')],
  ['Proofs from outside', vitest('bench')],
  ['Journeys in a browser', ['playwright', 'test', '-c', 'web/e2e/playwright.config.ts']],
]

const passes = ([tool, ...args]: Command): boolean => {
  const path = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool)
  return spawnSync(path, args, { cwd: root, stdio: 'inherit' }).status === 0
}

const countTests = (): { passed: number; failed: number } => {
  const sum = { passed: 0, failed: 0 }
  for (const name of ['worker', 'web', 'bench', 'browser'].filter((name) => existsSync(reportAt(name)))) {
    const report = JSON.parse(readFileSync(reportAt(name), 'utf8'))
    sum.passed += report.numPassedTests ?? report.stats.expected
    sum.failed += report.numFailedTests ?? report.stats.unexpected + report.stats.flaky
  }
  return sum
}

const deep = process.argv.includes('--deep')
if (deep) {
  process.env.RANDOM_RUNS ??= '3000'
  process.env.PROOF_RUNS ??= '10'
} else process.env.CHROMIUM_PATH = findChromium()

rmSync(reports, { recursive: true, force: true })
const atFullSize: [string, Command][] = [
  ['Zones beside zdump', node('worker/dev/zdump.ts')],
  ['Random suites, inside workerd', vitest('worker', ...random)],
  ['Proofs from outside, at full size', vitest('bench')],
]
const steps = deep ? atFullSize : everything
const failing = steps.find(([title, command]) => {
  console.log(`\n── ${title}`)
  return !passes(command)
})

const { passed, failed } = countTests()
console.log(failing ? `\nStopped at: ${failing[0]}` : '\nAll steps passed')
console.log(`${passed} passed, ${failed} failed`)
process.exit(failing ? 1 : 0)
