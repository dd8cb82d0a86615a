import type { Viewer } from '@camau/domain'
import { TraceStepType, type traceKinds } from './funding.type.js'

/** A record money may lead to. */
export interface Traced {
  id: string
  kind: (typeof traceKinds)[number]
  title: string
  /** What it follows from: funding lines, work areas, actions. */
  from: readonly string[]
}

export type TraceSources = (viewer: Viewer) => Promise<readonly Traced[]>

/** From money to what was done with it, step by step; each record once, by the shortest way. */
export function traceFrom(fundingId: string, all: readonly Traced[]): TraceStepType[] {
  const found = new Map<string, TraceStepType>()
  let reached: readonly string[] = [fundingId]
  for (let steps = 1; reached.length > 0; steps += 1) {
    const next = reached.flatMap((from) =>
      all.filter((one) => one.from.includes(from) && !found.has(one.id)).map((one) => ({ ...one, from })),
    )
    for (const { id, kind, title, from } of next)
      if (!found.has(id)) found.set(id, Object.assign(new TraceStepType(), { id, kind, title, from, steps }))
    reached = [...new Set(next.map(({ id }) => id))]
  }
  return [...found.values()]
}
