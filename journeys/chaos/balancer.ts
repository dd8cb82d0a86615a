import { connect, createServer, type Server, type Socket } from 'node:net'

/** One address for several nodes. */
export interface Balancer {
  url: string
  close(): Promise<void>
}

const lookEvery = 250
const patience = 500

/** Passes connections on to whichever node says that it is ready, in turn; what one refuses goes to the next. */
export async function aBalancer(port: number, nodes: readonly string[]): Promise<Balancer> {
  const ready = new Set(nodes)
  const open = new Set<Socket>()
  let turn = 0
  const look = () => {
    for (const node of nodes)
      void fetch(`${node}/readyz`, { signal: AbortSignal.timeout(patience) }).then(
        ({ ok }) => (ok ? ready.add(node) : ready.delete(node)),
        () => ready.delete(node),
      )
  }
  const inTurn = (): string[] => {
    turn++
    const first = nodes.map((_, i) => nodes[(i + turn) % nodes.length] ?? '')
    return [...first.filter((node) => ready.has(node)), ...first.filter((node) => !ready.has(node))]
  }
  const server: Server = createServer((client) => {
    open.add(client)
    client.on('error', () => {}).once('close', () => open.delete(client))
    pass(client, inTurn())
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const timer = setInterval(look, lookEvery)
  return {
    url: `http://localhost:${port}`,
    async close() {
      clearInterval(timer)
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** As a balancer in the middle does: whichever side ends, the other is cut off, too. */
function pass(client: Socket, [node, ...others]: readonly string[]): void {
  if (!node || client.destroyed) return void client.destroy()
  const upstream = connect(Number(new URL(node).port), '127.0.0.1')
  let isThrough = false
  upstream.once('connect', () => {
    isThrough = true
    client.pipe(upstream).pipe(client)
  })
  upstream.on('error', () => {}).once('close', () => (isThrough ? client.destroy() : pass(client, others)))
  client.once('close', () => upstream.destroy())
}
