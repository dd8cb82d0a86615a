import { setTimeout as sleep } from 'node:timers/promises'
import { mute, noting } from '../wire.mjs'

/** Everybody comes in, one after the other; beyond the watchers what they receive is dropped. */
export async function everybody({ documents, clients, typists, watchers = clients, join }) {
  const all = []
  for (let document = 0; document < documents; document++) {
    for (let i = 0; i < clients; i++) {
      const { result: client, opened } = await noting(async () => {
        const joined = await join(i, document)
        await joined.ready
        return joined
      })
      const place = { document, watching: i < watchers, typist: i < typists ? i : -1, opened }
      all.push(Object.assign(client, place, { sent: 0, caret: 0 }))
    }
  }
  await sleep(1_000) // what joining brought has settled
  for (const { watching, opened } of all) if (!watching) mute(opened)
  return all
}
