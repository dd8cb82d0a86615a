import type { Viewer } from '@camau/domain'
import type { LiveDocument } from '../../live/live-document.js'
import type { Transaction } from '../../platform/command.js'
import type { Feature } from '../../platform/feature.js'
import { AgreedMinutesResolver, MeetingMinutesResolver } from './agreed-minutes.resolver.js'
import { type FreezeMinutesNeeds, freezeMinutes } from './freeze-minutes.js'
import { type MinutesDocumentNeeds, minutesDocument } from './minutes.document.js'

export type MinutesFeatureNeeds = FreezeMinutesNeeds & MinutesDocumentNeeds

export interface MinutesFeature extends Feature {
  document: LiveDocument
  freeze: (tx: Transaction, viewer: Viewer, meetingId: string) => Promise<void>
}

/** The words of a meeting while they are written, and as they were agreed. */
export function createMinutes(needs: MinutesFeatureNeeds): MinutesFeature {
  return {
    document: minutesDocument(needs),
    freeze: (tx, viewer, meetingId) => freezeMinutes(needs, tx, viewer, meetingId),
    resolvers: [new MeetingMinutesResolver(needs.minutes), new AgreedMinutesResolver()],
    sources: {},
  }
}
