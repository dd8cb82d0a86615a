import { z } from 'zod'

/** Parts that many of the seed files share. */
export const id = z.string().regex(/^[a-z][a-z0-9-]+$/)
export const text = z.string().min(1)
export const maybeText = text.nullable()
export const maybeId = id.nullable()
export const ids = z.array(id)
export const texts = z.array(z.string())
export const localText = z.strictObject({ en: z.string().nullable(), cy: z.string().nullable() })
export const source = z.strictObject({ file: text, locator: text })
export const sources = z.array(source)
export const due = z.strictObject({ label: text, earliest: maybeText, latest: maybeText }).nullable()
export const status = z.enum(['done', 'in-progress', 'planned', 'requested', 'delayed', 'continuing', 'not-stated'])
export const update = z.strictObject({ asOf: text, status, note: maybeText, source })

/** A seed file: what it says of itself, and its records. Unknown fields fail, so that nothing is dropped unseen. */
export const file = <T extends z.ZodRawShape>(lists: T) => z.strictObject({ meta: z.looseObject({}), ...lists })
