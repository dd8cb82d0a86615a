// The reference server of y-websocket 2.1.0, as it ships; version 3 moved it to a package that needs a preview of Yjs.
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { once, typingIn } from './yjs-text.mjs'

export const keeps = true

const server = fileURLToPath(new URL('../node_modules/y-websocket-server-2/bin/server.cjs', import.meta.url))

export const program = ({ port, folder }) => ({
  args: [server],
  env: { HOST: '127.0.0.1', PORT: String(port), ...(folder && { YPERSISTENCE: folder }) },
  readyAt: `http://127.0.0.1:${port}/`,
})

export async function join({ port, place, presence }) {
  const { WebsocketProvider } = await import('y-websocket')
  const doc = new Y.Doc()
  const settings = { WebSocketPolyfill: WebSocket, disableBc: true }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, place, doc, settings)
  if (!presence) provider.awareness.setLocalState(null)
  return typingIn(doc.getText('body'), {
    ready: once(provider, 'sync', Boolean),
    moveCaret: (at) => provider.awareness.setLocalStateField('cursor', { anchor: at, head: at }),
    close: () => provider.destroy(),
  })
}
