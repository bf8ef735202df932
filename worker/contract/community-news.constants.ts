/** Sockets of the community lie in so many objects, by the account. More of them later is another set of names. */
export const ANNOUNCERS = 4
