import { request } from 'node:http'
import { request as requestSecurely } from 'node:https'
import type { Duplex } from 'node:stream'

const [TEXT, CLOSE, PING] = [1, 8, 9]
const LOST = 1006
const NORMAL = Buffer.from([3, 232])

interface Ears {
  opened?: () => void
  heard: (text: string) => void
  /** Once, with the code of the other side; 1006 where there was none. */
  closed: (code: number) => void
}
export interface Wire {
  say: (text: string) => void
  hangUp: () => void
}

/** A frame of a client. Its mask of zeros leaves the bytes as they are: there is nobody to hide them from. */
function frameOf(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 255])
  return Buffer.concat([head, Buffer.alloc(4), payload])
}

/** Takes whole frames from the front of what has come. */
function* framesIn(came: Buffer): Generator<{ opcode: number; payload: Buffer; rest: Buffer }> {
  for (let bytes = came; bytes.length >= 2;) {
    const short = bytes[1]! & 127
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < head) return
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
    if (bytes.length < head + length) return
    const rest = bytes.subarray(head + length)
    yield { opcode: bytes[0]! & 15, payload: bytes.subarray(head, head + length), rest }
    bytes = rest
  }
}

/**
 * A WebSocket of our own: Node's tells a close code only when the connection itself has ended, which the local runtime
 * puts off.
 */
export function openSocket(url: string, token: string, { opened, heard, closed }: Ears): Wire {
  let line: Duplex | undefined
  let over = false
  const end = (code: number) => {
    if (over) return
    over = true
    asking.destroy()
    line?.destroy()
    closed(code)
  }
  const take = (opcode: number, payload: Buffer) => {
    if (opcode === TEXT) heard(payload.toString())
    if (opcode === PING) line?.write(frameOf(10, payload))
    if (opcode !== CLOSE) return
    line?.end(frameOf(CLOSE, payload))
    line = undefined
    end(payload.length < 2 ? 1005 : payload.readUInt16BE(0))
  }
  const ask = url.startsWith('https') ? requestSecurely : request
  const asking = ask(url, {
    agent: false,
    headers: {
      authorization: `Token ${token}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    },
  })
  asking.on('upgrade', (_answer, socket, head) => {
    if (over) return void socket.destroy()
    line = socket
    let waiting: Buffer = head
    const read = (bytes: Buffer) => {
      waiting = waiting.length > 0 ? Buffer.concat([waiting, bytes]) : bytes
      for (const { opcode, payload, rest } of framesIn(waiting)) {
        waiting = rest
        if (!over) take(opcode, payload)
      }
    }
    socket.on('data', read).on('error', () => end(LOST))
    socket.on('close', () => end(LOST))
    opened?.()
    read(Buffer.alloc(0))
  })
  asking.on('response', () => end(LOST)).on('error', () => end(LOST))
  asking.end()
  return {
    say: (text) => void line?.write(frameOf(TEXT, Buffer.from(text))),
    hangUp: () => {
      line?.end(frameOf(CLOSE, NORMAL))
      line = undefined
      end(1000)
    },
  }
}
