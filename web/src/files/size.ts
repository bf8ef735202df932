import { regionalLocale } from '../lib/messages'

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** "840 kB", "1.4 MB", as the reader writes numbers. */
export function fileSize(bytes: number): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = bytes / [1, 1000, 1024 * 1024][step]!
  return new Intl.NumberFormat(regionalLocale(), {
    style: 'unit',
    unit: UNITS[step]!,
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(value)
}

export const percent = (part: number): string =>
  new Intl.NumberFormat(regionalLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(part)
