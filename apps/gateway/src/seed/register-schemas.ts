import { z } from 'zod'
import { file, id, ids, localText, maybeId, maybeText, source, sources, status, text, texts } from './seed-parts.js'

const workstream = z.strictObject({
  id,
  number: z.int(),
  bodyId: id,
  title: localText,
  shortTitle: text,
  titleVariants: texts,
  source,
  alsoSeenIn: sources,
})
const phase = z.strictObject({
  id,
  number: z.int(),
  title: text,
  period: text,
  workAreaCount: z.int().nullable(),
  note: maybeText,
  source,
  alsoSeenIn: sources.default([]),
})
const workArea = z.strictObject({
  id,
  number: z.int(),
  workstreamId: id,
  strandNumber: z.int().nullable(),
  strandAsPrinted: text,
  title: localText,
  status,
  statusAsOf: text,
  progressPoints: z.array(z.strictObject({ text, source })),
  bodyIds: ids,
  fundingIds: ids,
  legacyItemIds: ids,
  note: maybeText,
  source,
})
const funding = z.strictObject({
  id,
  title: text,
  amountGBP: z.number().nullable(),
  asPrinted: maybeText,
  approximate: z.boolean(),
  basis: text,
  period: maybeText,
  funderIds: ids,
  recipientIds: ids,
  purpose: text,
  parentId: maybeId,
  workstreamId: maybeId,
  workAreaIds: ids,
  legacyItemIds: ids,
  ambiguity: maybeText,
  source,
  alsoSeenIn: sources,
})
const indicator = z.strictObject({
  id,
  label: text,
  value: z.number().nullable(),
  unit: text,
  asPrinted: maybeText,
  kind: text,
  date: maybeText,
  population: text,
  approximate: z.boolean(),
  workstreamId: maybeId,
  legacyItemId: maybeId,
  measureOf: maybeText,
  note: maybeText,
  source,
  alsoSeenIn: sources,
})
const letter = z.strictObject({
  id,
  kind: text,
  fromBodyId: id,
  fromPersonId: id,
  toBodyId: id,
  toPersonId: maybeId,
  ccPersonIds: ids,
  date: maybeText,
  ref: maybeText,
  subject: text,
  asks: texts,
  answers: texts,
  due: maybeText,
  replyToId: maybeId,
  availability: text,
  actionIds: ids,
  note: maybeText,
  source,
  alsoSeenIn: sources,
})
const publication = z.strictObject({
  id,
  title: localText,
  kind: text,
  published: maybeText,
  publisherBodyIds: ids,
  status: text,
  workstreamId: maybeId,
  link: maybeText,
  note: maybeText,
  source,
  alsoSeenIn: sources,
})
const event = z.strictObject({
  id,
  date: text,
  endDate: maybeText,
  datePrecision: text,
  text,
  kind: text,
  refIds: ids,
  source,
})
const term = z.strictObject({
  id,
  abbreviation: text,
  term: localText,
  definition: text,
  expansionBasis: text,
  alsoPrinted: texts,
  source,
})

export const workAreasFile = file({
  workstreams: z.array(workstream),
  phases: z.array(phase),
  items: z.array(workArea),
})
export const fundingFile = file({ items: z.array(funding) })
export const indicatorsFile = file({ items: z.array(indicator) })
export const correspondenceFile = file({ items: z.array(letter) })
export const publicationsFile = file({ items: z.array(publication) })
export const timelineFile = file({ items: z.array(event) })
export const glossaryFile = file({ items: z.array(term) })
