import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { freePort, type Product } from './product.js'

/** The product behind another address, where a newer build of the app can be put in place of the first. */
export async function aNewerBuild(product: Product) {
  let isNewer = false
  const newer = (text: string) =>
    text.replace(/(assets\/index-[\w-]+\.js)(\\?")/g, '$1?2$2').replace('const build = "', 'const build = "2')
  const server = createServer((asked, answer) => {
    const changes = isNewer && /^\/(en|sw\.js)/.test(asked.url ?? '')
    pass(product, asked, answer, changes ? newer : null)
  })
  const port = await freePort()
  await new Promise<void>((listening) => server.listen(port, listening))
  return {
    url: `http://localhost:${port}`,
    deploy() {
      isNewer = true
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function pass(
  { url }: Product,
  asked: IncomingMessage,
  answer: ServerResponse,
  change: ((text: string) => string) | null,
) {
  const { host } = new URL(url)
  const { 'if-none-match': _tag, 'if-modified-since': _since, ...headers } = asked.headers
  const options = { method: asked.method, headers: { ...headers, host, ...(headers.origin && { origin: url }) } }
  const onward = request(`${url}${asked.url}`, options, async (given) => {
    if (!change) {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      return void given.pipe(answer)
    }
    const { 'content-length': _length, etag: _etag, ...rest } = given.headers
    const text = change(Buffer.concat(await given.toArray()).toString('utf8'))
    answer.writeHead(given.statusCode ?? 502, rest).end(text)
  })
  onward.on('error', () => answer.destroy())
  asked.pipe(onward)
}
