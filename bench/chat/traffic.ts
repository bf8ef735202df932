import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSocket, type Wire } from '../proofs/socket.ts'
import { cpuOf } from './cpu.ts'

export interface Seat {
  url: string
  token: string
}
export interface Sample {
  /** Deliveries a second. A delivery is one message that reached one socket. */
  rate: number
  /** Milliseconds from saying to hearing. */
  p50: number
  p99: number
  /** Microseconds of the runtime's processor for each delivery. */
  cpu: number
}

const TALKERS = 2
const WARM_UP_MS = 300
const CONTENT = 'How did the interview go? I kept my fingers crossed all morning.'

/** Everybody in a room hears, two in it talk: the next message is said when the one before has come back. */
export class Traffic {
  private readonly said = new Map<string, number>()
  private delays: number[] = []
  private isOn = false
  private readonly talks: (() => void)[] = []
  private readonly wires: Wire[] = []

  static async among(rooms: Seat[][]): Promise<Traffic> {
    const traffic = new Traffic()
    for (const seats of rooms) await Promise.all(seats.map((seat, nth) => traffic.seat(seat, nth < TALKERS)))
    return traffic
  }

  /** What it costs the runtime, which is process `pid`. */
  async measure(pid: number, milliseconds: number): Promise<Sample> {
    this.isOn = true
    for (const talk of this.talks) talk()
    await sleep(WARM_UP_MS)
    this.delays = []
    const [cpu, began] = [cpuOf(pid), performance.now()]
    await sleep(milliseconds)
    const [used, took, delays] = [cpuOf(pid) - cpu, performance.now() - began, this.delays.toSorted((a, b) => a - b)]
    this.isOn = false
    await sleep(WARM_UP_MS)
    this.said.clear()
    const at = (share: number) => delays[Math.floor((delays.length - 1) * share)]!
    return {
      rate: (delays.length / took) * 1000,
      p50: at(0.5),
      p99: at(0.99),
      cpu: (used * 1000) / delays.length,
    }
  }

  end(): void {
    for (const wire of this.wires) wire.hangUp()
  }

  private async seat({ url, token }: Seat, talks: boolean): Promise<void> {
    const mine = new Set<string>()
    const talk = () => {
      const client_id = randomUUID()
      mine.add(client_id)
      this.said.set(client_id, performance.now())
      wire.say(JSON.stringify({ type: 'send', client_id, content: CONTENT }))
    }
    const heard = (text: string) => {
      const { client_id } = JSON.parse(text)
      const began = this.said.get(client_id)
      if (began === undefined) return
      this.delays.push(performance.now() - began)
      if (mine.delete(client_id) && this.isOn) talk()
    }
    let wire!: Wire
    await new Promise<void>((opened, failed) => {
      wire = openSocket(url, token, { opened, heard, closed: (code) => failed(new Error(`closed with ${code}`)) })
    })
    this.wires.push(wire)
    if (talks) this.talks.push(talk)
  }
}
