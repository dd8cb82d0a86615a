import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Feature } from '../../platform/feature.js'
import { createRecordStore } from '../../platform/record-store.js'
import type { AskForDateNeeds } from './ask-for-date.js'
import { dateRequestKind } from './date-request.kind.js'
import {
  RadarItemResolver,
  RadarLaneResolver,
  RadarLinkResolver,
  RadarResolver,
  RadarTalkResolver,
} from './radar.resolver.js'
import type { RadarNeeds } from './radar-reading.js'

type RadarFeatureNeeds = Omit<RadarNeeds & AskForDateNeeds, 'requests' | 'dateRequests'> & { db: Connection; bus: Bus }

/** The radar of the Operational Group, and asking for a date that others wait for. */
export function createRadar(needs: RadarFeatureNeeds): Feature {
  const requests = createRecordStore(needs, dateRequestKind)
  return {
    resolvers: [
      new RadarResolver({ ...needs, requests, dateRequests: requests.all }),
      new RadarItemResolver(),
      new RadarLaneResolver(),
      new RadarLinkResolver(),
      new RadarTalkResolver(),
    ],
    sources: {},
  }
}
