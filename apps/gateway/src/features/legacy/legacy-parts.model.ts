import { officeKinds } from '@camau/domain'
import { Schema } from 'mongoose'

/** A nested part of a record: no id of its own, nothing in it that is not named. */
export const part = <T>(definition: ConstructorParameters<typeof Schema<T>>[0]) =>
  new Schema<T>(definition, { _id: false, strict: 'throw' })

export const text = { type: String, default: null }
export const needed = { type: String, required: true }
export const source = part({ file: needed, locator: needed })
export const due = part({ label: needed, earliest: text, latest: text })
export const statusNote = part({ asOf: needed, status: needed, note: text, source })

/** One line of the owner ledger of an item or commitment. */
export const ledgerLine = part({
  id: needed,
  state: { type: String, enum: ['proposed', 'accepted', 'declined', 'withdrawn', 'released'], required: true },
  owner: {
    type: part({
      kind: { type: String, enum: ['body', 'office', 'person'], required: true },
      bodyId: String,
      office: { type: String, enum: officeKinds },
      personId: String,
    }),
    required: true,
  },
  at: { type: Date, required: true },
  personId: needed,
  reason: text,
})
