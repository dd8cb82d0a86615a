import { courses, ledgerStates, officeKinds } from '@camau/domain'
import { needed, part, source, text } from '../../platform/record-parts.js'

export const due = part({ label: needed, earliest: text, latest: text })
export const statusNote = part({ asOf: needed, status: needed, note: text, source })

/** One line of the owner ledger of an item or commitment. */
export const ledgerLine = part({
  id: needed,
  state: { type: String, enum: ledgerStates, required: true },
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

/** What was decided of it since, and what later documents say: added here, beside what the programme's own documents print. */
export const course = part({
  id: needed,
  course: { type: String, enum: courses, required: true },
  day: needed,
  reason: needed,
  reference: text,
  intoId: text,
  at: { type: Date, required: true },
  personId: needed,
})
export const laterUpdate = part({
  id: needed,
  day: needed,
  status: needed,
  text: needed,
  waitsOn: text,
  document: needed,
  place: text,
  at: { type: Date, required: true },
  personId: needed,
})
