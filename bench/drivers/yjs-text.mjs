/** One Yjs text behind the interface of a driver's client. `pending` and `saved` are left out where a protocol has no such answer. */
export function typingIn(text, { ready, moveCaret, pending, saved, close }) {
  const { doc } = text
  return {
    ready,
    pending,
    saved,
    close,
    moveCaret,
    text: () => text.toString(),
    length: () => text.length,
    insert: (at, characters) => doc.transact(() => text.insert(at, characters)),
    remove: (at, count) => doc.transact(() => text.delete(at, count)),
    onRemote: (listener) => text.observe((event, { local }) => local || eachInsert(event.delta, listener)),
  }
}

function eachInsert(delta, listener) {
  let at = 0
  for (const { retain = 0, insert = '' } of delta) {
    at += retain
    if (insert) listener(insert, at)
    at += insert.length
  }
}

/** Resolves at the first event that is `wanted`. */
export function once(emitter, event, wanted = () => true) {
  return new Promise((resolve) => emitter.on(event, (value) => wanted(value) && resolve()))
}
