import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** `silence`: neither end is told anything, and nothing gets through any more. */
const FATES = ['cut', 'half_near', 'half_far', 'silence'] as const
type Fate = (typeof FATES)[number]

interface Way {
  pass: () => void
  /** Ends it with a part of what is under way, so that a frame ends in the middle. */
  tear: () => void
  silent: boolean
}

function wayOf(from: Socket, to: Socket, delay: () => number): Way {
  let waiting: Buffer[] = []
  let ended = false
  let timer: NodeJS.Timeout | undefined
  const write = (bytes: Buffer) => {
    if (!way.silent && bytes.length > 0 && to.writable) to.write(bytes)
    waiting = []
  }
  const way: Way = {
    silent: false,
    pass: () => {
      timer = undefined
      write(Buffer.concat(waiting))
      if (ended && !way.silent) to.end()
    },
    tear: () => {
      const bytes = Buffer.concat(waiting)
      write(bytes.subarray(0, bytes.length >> 1))
      to.end()
    },
  }
  from.on('data', (bytes) => {
    waiting.push(bytes)
    timer ??= setTimeout(way.pass, delay())
  })
  from.on('end', () => {
    ended = true
    timer ??= setTimeout(way.pass, delay())
  })
  return way
}

/** A TCP proxy before a plain HTTP address: while it is bad, it delays, cuts, half closes and falls silent at random. */
export async function badLine(target: string, random: () => number) {
  const { hostname, port } = new URL(target)
  const happened: Record<Fate, number> = { cut: 0, half_near: 0, half_far: 0, silence: 0 }
  const sockets = new Set<Socket>()
  let bad = true
  const delay = () => (bad ? random() * 40 : 0)

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port || 80), allowHalfOpen: true, noDelay: true })
    const ways = [wayOf(near, far, delay), wayOf(far, near, delay)] as const
    const part = () => [near, far].forEach((socket) => socket.destroy())
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', part)
      socket.on('close', () => sockets.delete(socket))
    }
    const meet = (fate: Fate) => {
      if (!bad || near.destroyed || far.destroyed) return
      happened[fate]++
      const [there, back] = ways
      if (fate === 'silence') there.silent = back.silent = true
      if (fate === 'cut' || fate === 'half_far') there.tear()
      if (fate === 'cut' || fate === 'half_near') back.tear()
      if (fate === 'cut') part()
    }
    const fate = FATES[Math.floor(random() * FATES.length)]!
    const timer = setTimeout(() => meet(fate), 100 + random() * 2500)
    near.on('close', () => clearTimeout(timer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    happened,
    /** From now on it is a good line; what it has done already stays done. */
    mend: () => void (bad = false),
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
