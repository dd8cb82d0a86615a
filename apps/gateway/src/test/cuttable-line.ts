import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a gateway that can be cut, as in a tunnel: what is open breaks, and nothing new gets through until it is mended. */
export interface CuttableLine {
  url: string
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function cuttableLine(origin: string): Promise<CuttableLine> {
  const port = Number(new URL(origin).port)
  const ends = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) return void near.destroy()
    const far = connect(port, 'localhost')
    for (const [end, other] of [[near, far] as const, [far, near] as const]) {
      ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
      end.pipe(other)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const cut = () => {
    whole = false
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true
    },
    async close() {
      cut()
      await new Promise((closed) => server.close(closed))
    },
  }
}
