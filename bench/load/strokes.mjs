import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../random.mjs'

// A keystroke is one character that names its typist and number: whoever sees it knows when it was typed.
const first = 0x4e00
const characters = 20_000

/** When each keystroke was typed, per document. */
export function strokeBook(documents, typists) {
  const each = Math.floor(characters / typists)
  const times = Array.from({ length: documents }, () => new Float64Array(characters))
  return {
    character(client) {
      const key = client.typist * each + (client.sent++ % each)
      times[client.document][key] = performance.now()
      return String.fromCodePoint(first + key)
    },
    typedAt: (document, character) => times[document][character.codePointAt(0) - first],
  }
}

/** Everybody types at their own pace, as the seed says. `sent` is told of each keystroke. */
export async function typeAll(clients, book, { perSecond, seconds, presence, seed }) {
  const begun = performance.now()
  for (const { at, client } of strokesOf(clients, perSecond, seconds, seeded(seed))) {
    const wait = begun + at - performance.now()
    if (wait > 1) await sleep(wait)
    else await nextTurn() // sockets are served even when late
    client.caret = Math.min(client.caret, client.length())
    client.insert(client.caret++, book.character(client))
    if (presence) client.moveCaret(client.caret)
  }
}

function strokesOf(clients, perSecond, seconds, random) {
  return clients
    .filter(({ typist }) => typist >= 0)
    .flatMap((client) => {
      const strokes = []
      for (let at = random() / perSecond; at < seconds; at += (0.5 + random()) / perSecond)
        strokes.push({ at: at * 1000, client })
      return strokes
    })
    .sort((a, b) => a.at - b.at)
}
