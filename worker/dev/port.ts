import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

const listenOnce = async (port: number): Promise<number> => {
  const probe = createServer().listen(port, 'localhost')
  await once(probe, 'listening')
  const { port: given } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return given
}

export const freePort = (): Promise<number> => listenOnce(0)

/** Ends the program with one line when somebody listens on the port already. */
export const claimPort = async (port: number): Promise<void> => {
  await listenOnce(port).catch(() => {
    console.error(`Port ${port} is taken. Choose another: PORT=${port + 10} npm start`)
    process.exit(1)
  })
}
