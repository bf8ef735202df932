import { Agent, request } from 'node:http'

const connections = 16
const agent = new Agent({ keepAlive: true, maxSockets: connections })

export interface Target {
  url: string
  headers?: Record<string, string>
  status?: number
}

const ask = ({ url, headers = {}, status = 200 }: Target): Promise<void> =>
  new Promise((answered, failed) => {
    request(url, { agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === status) answered()
        else failed(new Error(`GET ${url} answered ${answer.statusCode}`))
      })
    })
      .on('error', failed)
      .end()
  })

/** Requests per second over `milliseconds`, by connections that are kept open and never idle. */
export const rateOf = async (target: Target, milliseconds: number): Promise<number> => {
  const began = performance.now()
  let answers = 0
  const keepAsking = async () => {
    while (performance.now() - began < milliseconds) {
      await ask(target)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, keepAsking))
  return (answers / (performance.now() - began)) * 1000
}
