export const CODE_LENGTH = 6

/** Zeros of the scripts whose digits a keyboard may write: Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6]

function latin(digit: string): string {
  const point = digit.codePointAt(0)!
  const zero = ZEROS.find((start) => point >= start && point < start + 10)
  return zero === undefined ? digit : String(point - zero)
}

/** The digits of what was typed or pasted, "123 456" as well as "Your code: ١٢٣٤٥٦". */
export const digitsOf = (text: string): string =>
  Array.from(text.normalize('NFKC'), latin)
    .join('')
    .replace(/[^0-9]/g, '')
    .slice(0, CODE_LENGTH)
