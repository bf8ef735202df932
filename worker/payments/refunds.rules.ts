const DAY = 86_400_000
const KOLKATA_OFFSET = 5.5 * 3_600_000

/**
 * Working days from the day the provider sends a refund until banks show it, as Razorpay states them for normal refunds
 * (razorpay.com/docs/payments/refunds/normal, "Processing Time"); for any other way the widest of them.
 */
const WORKING_DAYS: Record<string, [from: number, by: number]> = {
  card: [5, 10],
  emi: [5, 10],
  netbanking: [2, 10],
  upi: [2, 7],
  wallet: [0, 3],
}
const ANY_WAY: [number, number] = [2, 10]

/** The days between which money should have arrived that was or will be sent then, by the calendar of Indian banks. */
export function expectedFor(method: string | null, sent_at: Date): { expected_from: string; expected_by: string } {
  const [from, by] = WORKING_DAYS[method ?? ''] ?? ANY_WAY
  return { expected_from: afterWorkingDays(sent_at, from), expected_by: afterWorkingDays(sent_at, by) }
}

function afterWorkingDays(at: Date, days: number): string {
  let day = new Date(at.getTime() + KOLKATA_OFFSET)
  for (let left = days; left > 0;) {
    day = new Date(day.getTime() + DAY)
    if (isWorkingDay(day)) left--
  }
  return day.toISOString().slice(0, 10)
}

const isWorkingDay = (day: Date): boolean => day.getUTCDay() !== 0 && day.getUTCDay() !== 6

const MINUTE = 60_000
const WAITS = [10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE]

/** When a refund that went wrong this many times is tried again; null once somebody of the staff has to look (C6). */
export function retryAfter(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

/** The provider's key of a try, which it also answers as receipt: our id, and how often it refused before. */
export const keyOf = ({ id, key_number }: { id: string; key_number: number }): string =>
  key_number === 0 ? id : `${id}-${key_number}`

export function refundNamed(reference: string): { id: string; key_number: number } {
  const [id = '', number = '0'] = reference.split('-')
  return { id, key_number: Number(number) }
}
