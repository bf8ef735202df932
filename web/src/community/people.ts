/** Where one reads who somebody is. */
export const pageOf = (display_id: string): string =>
  display_id.startsWith('M') ? `/mentors/${display_id}` : `/students/${display_id}`
