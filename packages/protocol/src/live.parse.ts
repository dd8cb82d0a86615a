import { limits } from '@camau/domain'
import { z } from 'zod'
import type { ClientEvents, DocumentId, RecordsRoom } from './live.js'

/** How to distrust a message: every one from a client passes here first. Unknown fields are refused, bytes arrive decoded. */

/** The id of a live document, also where a question or a command names one. */
export const documentId = z.custom<DocumentId>((value) => isDocumentId(value))
const isDocumentId = (value: unknown): value is DocumentId =>
  typeof value === 'string' && /^(?:minutes|action|legacy|item):[\w.~-]{1,120}$/.test(value)
const room = z.custom<RecordsRoom>(
  (value) => typeof value === 'string' && /^(?:programme|(?:body|person):[\w.~-]{1,120})$/.test(value),
)
const count = z.int().min(0)
const mostClientId = 0xffffffff
const clientId = z.int().min(0).max(mostClientId)

// A regular expression first: Buffer skips what is not base64, and two texts must not mean the same bytes.
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const longest = (most: number) => Math.ceil(most / 3) * 4
const decoded = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const bytes = (most: number) => z.string().max(longest(most)).regex(base64).transform(decoded)

const stateVector = bytes(64 * 1024)
const parts = Math.ceil(limits.update / (limits.frame / 2))

// Opaque here: an encoded relative position is a handful of bytes, and whoever draws the caret reads it with suspicion.
const positionLength = { min: 4, max: 64 }
const position = z.string().min(positionLength.min).max(positionLength.max).regex(base64)
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
  const common =
    event === 'document:push' ? commonPush(message) : event === 'document:open' ? firstVisit(message) : null
  if (common) return common as Checked<Event>
  const result = clientMessages[event].safeParse(message)
  return result.success ? (result.data as Checked<Event>) : null
}

const longestPush = longest(limits.frame)

/** What comes with nearly every keystroke, looked at by hand for a tenth of the cost; null: the full check says what it is. */
export function commonPush(message: unknown): Checked<'document:push'> | null {
  if (!Array.isArray(message) || message.length < 3 || message.length > 4) return null
  const [handle, n, text, caret]: readonly unknown[] = message
  if (!isCount(handle) || !isCount(n) || n === 0) return null
  if (typeof text !== 'string' || text.length > longestPush || !base64.test(text)) return null
  if (message.length === 3) return [handle, n, decoded(text)]
  return caret === null || isPosition(caret) ? [handle, n, decoded(text), caret] : null
}

/** What whoever has nothing of a document opens it with, looked at by hand as well; null: the full check says what it is. */
export function firstVisit(message: unknown): Checked<'document:open'> | null {
  if (typeof message !== 'object' || message === null || Object.keys(message).length !== 3) return null
  if (!('documentId' in message && 'clientId' in message && 'packed' in message)) return null
  const { documentId: id, clientId: client, packed } = message
  if (!isDocumentId(id) || !isCount(client) || client > mostClientId || packed !== true) return null
  return { documentId: id, clientId: client, packed }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isPosition = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length >= positionLength.min &&
  value.length <= positionLength.max &&
  base64.test(value)
