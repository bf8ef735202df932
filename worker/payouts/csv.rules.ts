/** What a spreadsheet would take for the beginning of a formula, also in its full-width form. */
const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u
const NUMBER = /^-?\d+(\.\d+)?$/

/** RFC 4180, and an apostrophe before what would otherwise be run as a formula. A plain number stays one. */
function cell(value: string): string {
  const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[",;\r\n\t']/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

/** The mark in front tells spreadsheets that it is UTF-8. */
export const csvOf = (rows: string[][]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
