import { officeFor, type Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { LiveDocument } from '../../live/live-document.js'
import type { Transaction } from '../../platform/command.js'
import { nextNumber } from '../../platform/counters.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import {
  type AgreedMinutesNeeds,
  AgreedMinutesResolver,
  MeetingMinutesResolver,
  MinutesFaultResolver,
} from './agreed-minutes.resolver.js'
import { AmendmentResolver, MeetingAmendmentsResolver } from './amendment.resolver.js'
import { amendmentType } from './amendment.type.js'
import { type FreezeMinutesNeeds, freezeMinutes } from './freeze-minutes.js'
import { type MinutesDocumentNeeds, minutesDocument } from './minutes.document.js'
import type { AmendmentNeeds } from './propose-amendment.js'
import { type LeftOfMinutes, type LeftOfText, type Redacting, redactMinutes, toldWithout } from './redact-minutes.js'

export type MinutesFeatureNeeds = FreezeMinutesNeeds &
  MinutesDocumentNeeds &
  AgreedMinutesNeeds &
  Omit<AmendmentNeeds, 'nextAmendment'> & { db: Connection }

export interface MinutesFeature extends Feature {
  document: LiveDocument
  freeze: (tx: Transaction, viewer: Viewer, meetingId: string) => Promise<void>
  /** Takes words out of minutes that were agreed; gives those that changed. */
  redactAgreed: (tx: Transaction, redacting: Redacting, left: LeftOfText) => Promise<LeftOfMinutes[]>
  /** Goes through all words with which that would be done, and keeps nothing of it. */
  readAgreed: (redacting: Redacting) => Promise<void>
  /** With its minutes, what amends them becomes public. */
  publishAmendments: (tx: Transaction, viewer: Viewer, meetingId: string) => Promise<void>
}

/** The words of a meeting while they are written, as they were agreed, and what amends them. */
export function createMinutes({ db, ...needs }: MinutesFeatureNeeds): MinutesFeature {
  const { amendments } = needs
  const amending: AmendmentNeeds = {
    ...needs,
    nextAmendment: ({ session }, meetingId) => nextNumber(db, session, `amendments:${meetingId}`),
  }
  return {
    document: minutesDocument(needs),
    freeze: (tx, viewer, meetingId) => freezeMinutes(needs, tx, viewer, meetingId),
    redactAgreed: (tx, redacting, left) => redactMinutes(needs, tx, redacting, left),
    async readAgreed(redacting) {
      await toldWithout(needs, redacting)
    },
    async publishAmendments(tx, viewer, meetingId) {
      const office = officeFor(viewer, 'write', { space: 'publish' })
      const agreed = (await amendments.all()).filter((one) => one.meetingId === meetingId && one.status === 'agreed')
      for (const one of agreed) await amendments.save(tx, one, { ...one, audience: 'public' }, office)
    },
    resolvers: [
      new MeetingMinutesResolver(needs),
      new AgreedMinutesResolver(),
      new MinutesFaultResolver(),
      new AmendmentResolver(amending),
      new MeetingAmendmentsResolver(needs),
    ],
    sources: {
      async Amendment(viewer, ids) {
        const found = (await amendments.list(viewer)).filter(({ id }) => ids.includes(id))
        return inOrder(ids, found.map(amendmentType), ({ id }) => id)
      },
    },
  }
}
