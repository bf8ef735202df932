/** Structured lines without personal data: ids, codes and figures only. */
export function record(event: string, facts: Record<string, string | number | undefined>): void {
  console.log(JSON.stringify({ event, ...facts }))
}

export function report(event: string, facts: Record<string, string | number | undefined>, error: unknown): void {
  console.error(JSON.stringify({ event, ...facts, ...safe(error) }))
}

/** Drizzle's message carries the parameters of the query, so only the cause below it is told. */
function safe(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const cause = error.cause instanceof Error ? error.cause : error
  return {
    error: cause.message.startsWith('Failed query') ? 'Failed query' : cause.message,
    stack: cause.stack?.split('\n').slice(1, 6).join(' | '),
  }
}
