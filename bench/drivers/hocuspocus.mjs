// Hocuspocus as shipped.
import { join as inFolder } from 'node:path'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { once, typingIn } from './yjs-text.mjs'

export const keeps = true

export async function serve({ port, folder, flushDelay }) {
  const { Server } = await import('@hocuspocus/server')
  const { SQLite } = await import('@hocuspocus/extension-sqlite')
  const extensions = folder ? [new SQLite({ database: inFolder(folder, 'hocuspocus.sqlite') })] : []
  const window = flushDelay === undefined ? {} : { flushDelay }
  await new Server({ port, address: '127.0.0.1', quiet: true, extensions, ...window }).listen()
}

export async function join({ port, place, presence }) {
  const { HocuspocusProvider, HocuspocusProviderWebsocket } = await import('@hocuspocus/provider')
  const doc = new Y.Doc()
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: WebSocket,
  })
  const awareness = presence ? {} : { awareness: null }
  const provider = new HocuspocusProvider({ websocketProvider, name: place, document: doc, ...awareness })
  const ready = once(provider, 'synced')
  provider.attach()
  return typingIn(doc.getText('body'), {
    ready,
    moveCaret: (at) => provider.awareness?.setLocalStateField('cursor', { anchor: at, head: at }),
    pending: () => provider.unsyncedChanges,
    close() {
      provider.destroy()
      websocketProvider.destroy()
    },
  })
}
