import { documentId } from '@camau/protocol/parse'
import { z } from 'zod'
import type { BusMessages, Said, Topic } from './bus.js'
import type { ChangeRow, GuardedPatch } from './changes.js'

const id = z.string().min(1)
const count = z.number().int().nonnegative()
const room = z.custom<ChangeRow['room']>(
  (value) => typeof value === 'string' && /^(programme$|body:|person:)/.test(value),
)
const patch = z.custom<GuardedPatch>((value) => shape.safeParse(value).success)
const shape = z.looseObject({ type: id, id, version: z.number(), fields: z.looseObject({}), audience: id })
const person = z.custom<BusMessages['presence']['here'][number]>(
  (value) => z.looseObject({ connectionId: id, personId: id, name: z.string() }).safeParse(value).success,
)

// What nodes sign is theirs; a node of another release may still say it in another shape.
const messages: { [T in Topic]: z.ZodType<BusMessages[T]> } = {
  change: z.object({
    room,
    seq: count,
    at: z.date(),
    actor: z.object({ personId: z.string(), name: z.string(), office: z.string().nullable() }),
    command: id,
    mutationId: id,
    patches: z.array(patch),
  }),
  row: z.object({
    documentId,
    epoch: count,
    seq: count,
    update: z.instanceof(Uint8Array),
    connectionId: z.string().nullable(),
  }),
  moved: z.object({ documentId, epoch: count }),
  rights: z.object({ personIds: z.array(id) }),
  grant: z.object({ documentId }),
  presence: z.object({ node: id, in: z.union([documentId, room]), here: z.array(person), gone: z.array(id) }),
  session: z.object({ sessionId: id }),
  told: z.object({ number: count }),
}

const isTopic = (topic: unknown): topic is Topic => typeof topic === 'string' && Object.hasOwn(messages, topic)

/** `[topic, message]` as it came from elsewhere; null when it is none. */
export function parseBusMessage(value: unknown): Said | null {
  if (!Array.isArray(value)) return null
  const [topic, message] = value
  if (!isTopic(topic)) return null
  const parsed = messages[topic].safeParse(message)
  return parsed.success ? ({ topic, message: parsed.data } as Said) : null
}
