import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const find = (): string | undefined =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find((path) => path && existsSync(path))

const apt = (...args: string[]): boolean =>
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** The browser that the journeys run in. On Debian as root a missing one is installed. */
export const findChromium = (): string => {
  if (!find() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing the chromium package')
    if (apt('update')) apt('install', '--yes', '--no-install-recommends', 'chromium')
  }
  const path = find()
  if (path) return path
  console.error('No Chromium: install the chromium package, or name one by CHROMIUM_PATH')
  process.exit(1)
}
