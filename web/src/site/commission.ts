/** What AspireX keeps of a session's price today. The server's dated rule decides; this is what the public page says. */
export const COMMISSION_PERCENT = 10
