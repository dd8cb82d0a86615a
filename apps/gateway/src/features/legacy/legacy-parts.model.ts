import { officeKinds } from '@camau/domain'
import { needed, part, source, text } from '../../platform/record-parts.js'

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
