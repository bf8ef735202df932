/** Why a file is not taken, in words for the person who chose it. */
export const REFUSALS = {
  empty: 'This file is empty.',
  not_a_picture: 'This is not a JPEG, PNG or WebP picture.',
  not_a_pdf: 'This is not a PDF.',
  not_evidence: 'This is neither a PDF nor a JPEG, PNG or WebP picture.',
  cut_off: 'This file is damaged or cut off. Save it again and choose the new one.',
  attached: 'Something else is attached to the end of this file. Save it again and choose the new one.',
  too_many_pixels: 'This picture has more than 50 megapixels. Make it smaller first.',
  animated: 'This picture moves. Choose a still one.',
  for_print: 'This picture has printing colours (CMYK). Save it as RGB.',
  unusual: 'Browsers cannot show this kind of picture. Save it as a plain JPEG or PNG.',
  unusual_pdf: 'This PDF holds far more than it shows. Print it to a plain PDF and choose that one.',
  two_in_one: 'This file is two things at once. Save it again as a plain PDF.',
  locked: 'This PDF is locked with a password. Save it without one.',
  active: 'This PDF can run programs, send forms or open other files. Print it to a plain PDF and choose that one.',
} as const
export type Refusal = keyof typeof REFUSALS

/** Thrown inside a parser only; whoever calls one gets a verdict. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(REFUSALS[refusal])
  }
}
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal)
}

/** What a parser made of the bytes, or why it took nothing. */
export function verdict<T>(parse: () => T): T | Refusal {
  try {
    return parse()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
