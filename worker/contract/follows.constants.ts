/** So many people, and so many tags, one may follow. */
export const FOLLOWS_MOST = 500
