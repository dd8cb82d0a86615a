import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '@camau/collab'
import { Y } from '@camau/collab'
import type { ClientEvents, DocumentId } from '@camau/protocol'

type Asked = 'document:open' | 'document:sync' | 'records:open'
type Reply<Event extends Asked> = Parameters<Parameters<ClientEvents[Event]>[1]>[0]

/** Asks past the client library, except that it waits when told that it is too fast. */
export async function ask<Event extends Asked>(
  { channel }: Connection,
  event: Event,
  message: Parameters<ClientEvents[Event]>[0],
): Promise<Reply<Event>> {
  for (;;) {
    const reply = await new Promise<Reply<Event> | null>((done) => channel.ask(event, message, done))
    if (!reply) throw new Error(`no answer to ${event}`)
    if (reply.ok || reply.code !== 'too-fast') return reply
    await pause(Number(reply.details.retryAfter))
  }
}

/** What the gateway calls a document, as somebody learns who may open it. */
export async function handleOf(line: Connection, documentId: DocumentId): Promise<number> {
  const answer = await ask(line, 'document:open', { documentId, clientId: 7 })
  if (!answer.ok) throw new Error(`cannot open ${documentId}: ${answer.code}`)
  return answer.handle
}

/** Pushes past the client library and gives the code of the refusal. */
export function pushed({ channel }: Connection, handle: number, update: string): Promise<string> {
  const refused = new Promise<string>((done) => {
    const stop = channel.on('document:refused', (message) => {
      if (message.handle !== handle) return
      stop()
      done(message.code)
    })
  })
  channel.send('document:push', [handle, 1, update, null, { again: true }])
  return refused
}

/** A paragraph at the end, as an editor would put it there. */
export function write(fragment: Y.XmlFragment, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  fragment.push([paragraph])
}
