// What a number of an account or of a tax office must look like; pure, so that a form can say so while one types.

/** As people copy them: in groups, in any case. */
export const tidied = (typed: string): string => typed.replace(/[\s.-]/g, '').toUpperCase()

/** Characters of an IBAN by country (SWIFT's registry). */
const IBAN_LENGTHS: Record<string, number> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** ISO 13616: the length of its country, and 1 as the rest by 97 of its digits with the head moved to the end. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(iban) || iban.length !== IBAN_LENGTHS[iban.slice(0, 2)]) return false
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** ISO 9362: bank, country, place and, where it is named, the branch. */
export const isBic = (bic: string): boolean => /^[A-Z\d]{4}[A-Z]{2}[A-Z\d]{2}([A-Z\d]{3})?$/.test(bic)

/** Bank, a zero, branch. */
export const isIfsc = (ifsc: string): boolean => /^[A-Z]{4}0[A-Z\d]{6}$/.test(ifsc)
export const isAccountNumber = (number: string): boolean => /^\d{9,18}$/.test(number) && !/^0+$/.test(number)
export const isUpiId = (id: string): boolean => /^[a-z\d][a-z\d._-]{1,254}@[a-z][a-z\d]{1,63}$/i.test(id)

/** The fourth letter says what kind of person it is of. */
export const isPan = (pan: string): boolean => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(pan)

const BASE_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** State, the PAN of its owner, the count of registrations, Z, and a check by Luhn's rule over 36 signs. */
export function isGstin(gstin: string): boolean {
  if (!/^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[A-Z\d]$/.test(gstin) || !isPan(panIn(gstin))) return false
  let sum = 0
  for (let i = 0; i < 14; i++) {
    const product = BASE_36.indexOf(gstin[i]!) * (i % 2 === 0 ? 1 : 2)
    sum += Math.floor(product / 36) + (product % 36)
  }
  return BASE_36[(36 - (sum % 36)) % 36] === gstin[14]
}
export const panIn = (gstin: string): string => gstin.slice(2, 12)
