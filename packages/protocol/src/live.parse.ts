import { limits } from '@camau/domain'
import { z } from 'zod'
import type { ClientEvents, DocumentId, RecordsRoom } from './live.js'

/** How to distrust a message: every one from a client passes here first. Unknown fields are refused, bytes arrive decoded. */

/** The id of a live document, also where a question or a command names one. */
export const documentId = z.custom<DocumentId>(
  (value) => typeof value === 'string' && /^(?:minutes|action|legacy|item):[\w.~-]{1,120}$/.test(value),
)
const room = z.custom<RecordsRoom>(
  (value) => typeof value === 'string' && /^(?:programme|(?:body|person):[\w.~-]{1,120})$/.test(value),
)
const count = z.int().min(0)
const clientId = z.int().min(0).max(0xffffffff)

// A regular expression first: Buffer skips what is not base64, and two texts must not mean the same bytes.
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const bytes = (most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4)
    .regex(base64)
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

const stateVector = bytes(64 * 1024)
const parts = Math.ceil(limits.update / (limits.frame / 2))

// Opaque here: an encoded relative position is a handful of bytes, and whoever draws the caret reads it with suspicion.
const position = z.string().min(4).max(64).regex(base64)
const caret = z.union([position, z.tuple([position, position])])
const whereabouts = z.union([
  z.strictObject({ caret }),
  z.strictObject({ recordId: z.string().min(1).max(130), field: z.string().min(1).max(40) }),
  z.null(),
])

const pushRest = z.strictObject({
  part: z
    .strictObject({ index: z.int().min(0), of: z.int().min(2).max(parts) })
    .refine(({ index, of }) => index < of)
    .optional(),
  again: z.literal(true).optional(),
})

/** The check of each event a client may send. */
export const clientMessages = {
  'document:open': z.strictObject({
    documentId,
    clientId,
    stateVector: stateVector.optional(),
    epoch: count.optional(),
    packed: z.literal(true).optional(),
  }),
  'document:push': z.tuple([
    count,
    z.int().min(1),
    bytes(limits.frame),
    caret.nullable().optional(),
    pushRest.optional(),
  ]),
  'document:sync': z.strictObject({
    documentId,
    epoch: count,
    stateVector,
    deleteSet: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'document:close': z.strictObject({ documentId }),
  presence: z
    .strictObject({ in: z.union([documentId, room]), at: whereabouts })
    .refine((message) => JSON.stringify(message.at).length <= limits.presence),
  'records:open': z.strictObject({ room, since: count.optional() }),
  'records:close': z.strictObject({ room }),
} satisfies Record<keyof ClientEvents, z.ZodType>

/** A message as the gateway handles it: checked, with its bytes decoded. */
export type Checked<Event extends keyof ClientEvents> = z.output<(typeof clientMessages)[Event]>

/** The message, or null when it is not one. */
export function parseClientMessage<Event extends keyof ClientEvents>(
  event: Event,
  message: unknown,
): Checked<Event> | null {
  const result = clientMessages[event].safeParse(message)
  return result.success ? (result.data as Checked<Event>) : null
}
