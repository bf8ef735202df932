import common from './common-passwords.txt'

/**
 * The most common ones of at least eight characters, lower case (A4): the list of @zxcvbn-ts/language-common 4 (MIT),
 * cut to that length.
 */
const COMMON = new Set(common.trim().split('\n'))

export const isCommonPassword = (password: string): boolean => COMMON.has(password.normalize('NFKC').toLowerCase())

export const COMMON_PASSWORD = 'This password is among the most common ones. Choose another'
