/** Of an address that anybody may have typed nobody knows how to call its person, or in which zone they live. */
export const STRANGER = { name: 'there', time_zone: 'UTC' }
