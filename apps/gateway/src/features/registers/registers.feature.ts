import type { Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { correspondenceModel } from './correspondence.model.js'
import { EventResolver, eventModel } from './event.type.js'
import { FundingResolver } from './funding.resolver.js'
import { fundingModel, fundingType } from './funding.type.js'
import { IndicatorResolver } from './indicator.resolver.js'
import { indicatorModel, indicatorType } from './indicator.type.js'
import { PublicationResolver } from './publication.resolver.js'
import { type AddedPublication, addedPublicationType, publicationModel, publicationType } from './publication.type.js'
import { createRegister, type Register, type RegisterRecord } from './register.store.js'
import { TermResolver, termModel, termType } from './term.type.js'
import { WorkstreamResolver, workstreamModel, workstreamType } from './workstream.type.js'

export type Registers = ReturnType<typeof createRegisters>

/** The programme's registers: imported once, read by everybody. */
export function createRegisters(db: Connection, bus: Bus, now: () => Date) {
  return {
    workstreams: createRegister(workstreamModel(db), bus, now),
    funding: createRegister(fundingModel(db), bus, now),
    indicators: createRegister(indicatorModel(db), bus, now),
    correspondence: createRegister(correspondenceModel(db), bus, now),
    publications: createRegister(publicationModel(db), bus, now),
    timeline: createRegister(eventModel(db), bus, now),
    glossary: createRegister(termModel(db), bus, now),
  }
}

export function registersFeature(
  registers: Registers,
  addedPublications: (viewer: Viewer) => Promise<readonly AddedPublication[]>,
): Feature {
  return {
    resolvers: [
      new WorkstreamResolver(registers.workstreams),
      new FundingResolver(registers.funding),
      new IndicatorResolver(registers.indicators),
      new PublicationResolver(registers.publications, addedPublications),
      new EventResolver(registers.timeline),
      new TermResolver(registers.glossary),
    ],
    sources: {
      Workstream: source(registers.workstreams, workstreamType),
      Funding: source(registers.funding, fundingType),
      Indicator: source(registers.indicators, indicatorType),
      async Publication(viewer, ids) {
        const printed = await registers.publications.byIds(ids)
        const added = printed.includes(null) ? await addedPublications(viewer) : []
        return inOrder(
          ids,
          [...known(printed).map(publicationType), ...added.map(addedPublicationType)],
          ({ id }) => id,
        )
      },
      Term: source(registers.glossary, termType),
    },
  }
}

const known = <T>(found: readonly (T | null)[]): T[] => found.filter((one) => one !== null)

function source<R extends RegisterRecord, T>(register: Register<R>, shape: (record: R) => T) {
  return async (_: unknown, ids: readonly string[]) => (await register.byIds(ids)).map((one) => one && shape(one))
}
