import type { Seed } from './read-seed.js'

/** An entry of a register: its own id and fields, and its place in the documents' order. */
const entries = <T extends { id: string }>(items: readonly T[]) =>
  items.map(({ id, ...item }, position) => ({ ...item, _id: id, position }))

export const mapWorkstreams = ({ workAreas }: Seed) => entries(workAreas.workstreams)
export const mapPhases = ({ workAreas }: Seed) => entries(workAreas.phases)
export const mapWorkAreas = ({ workAreas }: Seed) =>
  entries(workAreas.items).map(({ strandAsPrinted, ...area }) => ({ ...area, strand: strandAsPrinted }))
export const mapFunding = ({ funding }: Seed) => entries(funding.items)
export const mapIndicators = ({ indicators }: Seed) => entries(indicators.items)
export const mapCorrespondence = ({ correspondence }: Seed) => entries(correspondence.items)
export const mapPublications = ({ publications }: Seed) => entries(publications.items)
export const mapTimeline = ({ timeline }: Seed) =>
  entries(timeline.items).map(({ datePrecision, ...event }) => ({ ...event, precision: datePrecision }))
export const mapGlossary = ({ glossary }: Seed) => entries(glossary.items)
