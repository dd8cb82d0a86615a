import { officeKinds } from '@camau/domain'
import { z } from 'zod'
import {
  due,
  file,
  id,
  ids,
  localText,
  maybeId,
  maybeText,
  source,
  sources,
  status,
  text,
  texts,
  update,
} from './seed-parts.js'

const body = z.strictObject({
  id,
  type: text,
  name: localText,
  alsoKnownAs: texts,
  parentId: maybeId,
  termsOfReference: maybeText,
  membershipRule: maybeText,
  meetingCadence: maybeText,
  active: z.strictObject({ from: maybeText, to: maybeText, note: maybeText }),
  leadRoleId: maybeId,
  deputyRoleId: maybeId,
  successorIds: ids,
  successorNote: maybeText,
  count: z.number().nullable(),
  source,
  alsoSeenIn: sources,
})

const person = z.strictObject({ id, name: text, postNominalsAsPrinted: texts, source })
const role = z.strictObject({ id, title: localText, bodyId: id, kind: z.enum(officeKinds), note: maybeText, source })
const appointment = z.strictObject({
  id,
  personId: maybeId,
  roleId: id,
  from: maybeText,
  to: maybeText,
  seenOn: texts,
  note: maybeText,
  source,
})

const action = z.strictObject({
  id,
  number: z.int(),
  text,
  kind: z.enum(['action', 'decision']),
  origin: z.strictObject({ bodyId: maybeId, documentId: maybeId, documentDate: maybeText, decidedOn: maybeText }),
  ownerBodyId: maybeId,
  ownerBasis: text,
  supportingBodyIds: ids,
  due,
  status,
  statusAsOf: text,
  statusBasis: text,
  latestStatus: status,
  latestStatusAsOf: text,
  updates: z.array(update),
  workstreamId: maybeId,
  workAreaIds: ids,
  legacyItemIds: ids,
  fundingIds: ids,
  source,
  alsoSeenIn: sources,
})

const commitment = z.strictObject({
  id,
  text,
  responsibleBodyIds: ids,
  responsibleBasis: text,
  due,
  status: text,
  statusAsOf: text,
  updates: z.array(update),
  actionIds: ids,
  fundingIds: ids,
  workstreamId: maybeId,
  source,
})
const legacyItem = z.strictObject({
  id,
  number: z.int(),
  title: localText,
  titleInConclusion: localText,
  workstreamId: id,
  linkedWorkAreaIds: ids,
  problem: text,
  indicatorIds: ids,
  ownerRoleId: z.null(),
  ownerNote: text,
  recommendations: z.array(z.strictObject({ text, publicationId: maybeId, acceptance: maybeText, source })),
  commitments: z.array(commitment),
  source,
  alsoSeenIn: sources,
})

const dependency = z.strictObject({
  id,
  dependentId: id,
  dependsOnId: id,
  kind: text,
  basis: z.enum(['stated', 'implied']),
  text,
  source,
})

export const bodiesFile = file({ items: z.array(body) })
export const peopleFile = file({ items: z.array(person), roles: z.array(role), appointments: z.array(appointment) })
export const actionsFile = file({ items: z.array(action) })
export const legacyFile = file({ items: z.array(legacyItem), outstanding: z.array(commitment) })
export const dependenciesFile = file({ items: z.array(dependency) })

export type SeedBody = z.infer<typeof body>
export type SeedAction = z.infer<typeof action>
export type SeedCommitment = z.infer<typeof commitment>
export type SeedLegacyItem = z.infer<typeof legacyItem>
