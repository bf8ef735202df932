import { isDeepStrictEqual } from 'node:util'
import type { Message } from '../../worker/contract/chat.ts'
import type { Device } from './chat-client.ts'

const named = ({ sender_id, client_id }: Message): string => `${sender_id} ${client_id}`

function repeatedAmong(names: string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.has(name) || !seen.add(name))
}

/** What is wrong with a log by itself. */
function flawsOf(log: Message[]): string[] {
  const holes = log.filter(({ seq }, at) => seq !== at + 1).map(({ seq }) => `the log is not dense at ${seq}`)
  return [...holes, ...repeatedAmong(log.map(named)).map((name) => `said once and kept twice: ${name}`)]
}

/** What this device shows otherwise than the log has it. */
function differencesOf({ shown }: Device, log: Message[]): string[] {
  const twice = repeatedAmong(shown.map(({ seq }) => `${seq}`)).map((seq) => `shown twice: ${seq}`)
  const length = Math.max(shown.length, log.length)
  const at = Array.from({ length }, (_, i) => i).find((i) => !isDeepStrictEqual(shown[i], log[i]))
  const first = at === undefined ? [] : [`shown otherwise at ${at + 1}: ${JSON.stringify([shown[at], log[at]])}`]
  return [...twice, ...first]
}

/** What was said by this device and stands otherwise in the log, or out of order. */
function brokenWordsOf({ said, receipts, refusals, outbox, who }: Device, log: Message[]): string[] {
  const waiting = new Set([...outbox, ...refusals].map(({ client_id }) => client_id))
  const places = new Map(log.map((message, at) => [named(message), at]))
  let before = -1
  return said.flatMap(({ client_id, content }) => {
    const seq = receipts.get(client_id)
    if (seq === undefined) return waiting.has(client_id) ? [] : [`neither acknowledged nor refused: ${content}`]
    const at = places.get(`${who.id} ${client_id}`)
    if (at === undefined) return [`acknowledged and lost: ${content}`]
    const stands = log[at]!
    const faults = []
    if (stands.seq !== seq) faults.push(`acknowledged at ${seq} and kept at ${stands.seq}: ${content}`)
    const asSaid = stands.edited_at === null && stands.deleted_at === null
    if (asSaid && stands.content !== content) faults.push(`kept with other words: ${content}`)
    if (at < before) faults.push(`out of order: ${content}`)
    before = at
    return faults
  })
}

/** Everything that is wrong between what devices saw and said, and the log of the server; nothing where all is well. */
export const faultsOf = (devices: Device[], log: Message[]): string[] => [
  ...flawsOf(log),
  ...devices.flatMap((device) => [...differencesOf(device, log), ...brokenWordsOf(device, log)]),
]

/** What must not have happened to what was acknowledged, whoever has yet to come back. */
export const brokenPromises = (devices: Device[], log: Message[]): string[] => [
  ...flawsOf(log),
  ...devices.flatMap((device) => brokenWordsOf(device, log)),
]
