import Argon2, { Argon2Type } from '@phi-ag/argon2'
import wasm from '@phi-ag/argon2/argon2.wasm'

/** OWASP's parameters for argon2id that fit a Worker's CPU limit: about 35 ms. They stand in the encoded hash (A4). */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, hashLength: 32, type: Argon2Type.Argon2id }

let argon2: Promise<Argon2> | undefined
const ready = (): Promise<Argon2> =>
  (argon2 ??= WebAssembly.instantiate(wasm, {}).then((instance) => new Argon2(instance)))

export async function hashPassword(password: string): Promise<string> {
  return (await ready()).hash(normal(password), PARAMETERS).encoded
}

/** Of a random password nobody knows: an unknown address takes as long to refuse as a known one (A3). */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$c29tZS1zYWx0LWhlcmUtMQ$6dJYRPHL0yNYxgzkrT8Va6JYyUQG0uXFqN2f8Yvm7TE'

export async function isPassword(password: string, encoded: string | null | undefined): Promise<boolean> {
  const verdict = (await ready()).tryVerify(encoded ?? NOBODYS, normal(password))
  return Boolean(encoded) && verdict.success
}

/** Made with other parameters than today's; the next login makes it anew. */
export const isOutdated = (encoded: string): boolean => !encoded.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')

/** One password typed on two keyboards is one password. */
const normal = (password: string): string => password.normalize('NFKC')
