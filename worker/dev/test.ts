import { spawn } from 'node:child_process'
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
type Step = [title: string, command: Command]
/** What runs beside each other; the steps of a line come one after the other. */
type Stage = Step[][]

// No step keeps two cores busy, except the journeys, whose browsers do.
const everything: Stage[] = [
  [
    [
      // The build makes the messages that the next steps read.
      ['Build of the SPA', ['vite', 'build', 'web', '--logLevel', 'error']],
      ['Weight of the first page', node('web/dev/size.mjs')],
      ['Types of the SPA', types('web')],
      ['Types of the service worker', types('web/tsconfig.sw.json')],
      ['Nothing unused', ['knip']],
    ],
    [
      ['Lint', ['oxlint']],
      ['Format', ['oxfmt', '--check']],
      ['Types of the Worker', types('worker')],
      ['Types of the programs', types('worker/dev')],
      ['Contrast of the colours', node('web/dev/check-contrast.mjs')],
      ['Contract', node('worker/dev/contract.ts', '--check')],
    ],
  ],
  [
    [['Worker tests, inside workerd', vitest('worker')]],
    [
      ['Component tests', vitest('web')],
      ['Proofs from outside', vitest('bench')],
    ],
  ],
  [[['Journeys in a browser', ['playwright', 'test', '-c', 'web/e2e/playwright.config.ts']]]],
]

/** Two that ran at once would say their lines in between each other's, so each says its own when it is done. */
function passes([title, [tool, ...args]]: Step, isAlone: boolean): Promise<boolean> {
  const path = tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool)
  const begun = performance.now()
  const child = spawn(path, args, { cwd: root, stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words: Buffer) => said.push(words))
  if (isAlone) console.log(`\n── ${title}`)
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (status) => {
      const seconds = Math.round((performance.now() - begun) / 1000)
      if (!isAlone) process.stdout.write(`\n── ${title} (${seconds} s)\n${Buffer.concat(said)}`)
      resolve(status === 0)
    })
  })
}

/** The first step of a line that fails; what comes after it is not run. */
async function failureIn(line: Step[], isAlone: boolean): Promise<Step | undefined> {
  for (const step of line) if (!(await passes(step, isAlone))) return step
  return undefined
}

async function failureOf(stages: Stage[]): Promise<Step | undefined> {
  for (const stage of stages) {
    const failures = await Promise.all(stage.map((line) => failureIn(line, stage.length === 1)))
    const failing = failures.find((failure) => failure !== undefined)
    if (failing) return failing
  }
  return undefined
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
const atFullSize: Stage[] = [
  [
    [
      ['Zones beside zdump', node('worker/dev/zdump.ts')],
      ['Random suites, inside workerd', vitest('worker', ...random)],
      ['Proofs from outside, at full size', vitest('bench')],
    ],
  ],
]
const failing = await failureOf(deep ? atFullSize : everything)

const { passed, failed } = countTests()
console.log(failing ? `\nStopped at: ${failing[0]}` : '\nAll steps passed')
console.log(`${passed} passed, ${failed} failed`)
process.exit(failing ? 1 : 0)
