/** Every month, as YYYY-MM of UTC, from the first instant to the last. */
export function monthsBetween(first: Date, last: Date): string[] {
  const months: string[] = []
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth()))
  for (; month <= last; month.setUTCMonth(month.getUTCMonth() + 1)) months.push(month.toISOString().slice(0, 7))
  return months
}

/** The half-open interval of a month. */
export function spanOf(month: string): { from: Date; until: Date } {
  const from = new Date(`${month}-01T00:00:00Z`)
  return { from, until: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1)) }
}
