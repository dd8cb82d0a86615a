import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The way out of a browser: whatever opens a line through it does so with the cookie that the browser has by then. */
export interface Browser {
  url: string
  cookie: string
  close(): void
}

export async function aBrowser(gateway: string): Promise<Browser> {
  const { hostname, port } = new URL(gateway)
  const open = new Set<Socket>()
  const server = createServer((page) => {
    const line = connect(Number(port), hostname)
    for (const [end, other] of [[page, line] as const, [line, page] as const]) {
      open.add(end)
      end.on('error', () => undefined).on('close', () => open.delete(end) && other.destroy())
    }
    // What asks for a line is small, and comes in one piece.
    page.once('data', (asking) => {
      line.write(`${asking}`.replace(/^cookie:.*$/im, `Cookie: ${browser.cookie}`))
      page.pipe(line).pipe(page)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const browser: Browser = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cookie: '',
    close() {
      server.close()
      for (const end of open) end.destroy()
    },
  }
  return browser
}
