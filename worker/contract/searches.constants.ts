/** So many saved searches one person has room for. */
export const SAVED_SEARCHES_MOST = 50
