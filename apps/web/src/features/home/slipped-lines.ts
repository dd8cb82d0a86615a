import type { WhatSlippedQuery } from './slipped.graphql'

type Moved = NonNullable<WhatSlippedQuery['body']>['slippage']['furthest'][number]
type Link = NonNullable<WhatSlippedQuery['dependencies']>[number]

/** How many lines of each kind home has room for; the rest stand in the log and on the board. */
const most = 3

/** The actions whose date moved furthest, each with the reason given last. */
export function movedLines(data: WhatSlippedQuery): (Moved & { reason: string | null })[] {
  return (data.body?.slippage.furthest ?? [])
    .slice(0, most)
    .map((action) => ({ ...action, reason: lastReason(action) }))
}

export interface LateLine {
  blocker: Link['dependsOn']
  heldUp: Link['dependent'][]
}

/** What is late and holds others up, across all bodies, each once: the longest late first. As on the radar: what only informs holds nothing up, and what is done is held up by nothing. */
export function lateLines(data: WhatSlippedQuery): LateLine[] {
  const lines = new Map<string, LateLine>()
  const holding = (data.dependencies ?? []).filter(({ blocks, dependent }) => blocks && !dependent.done)
  for (const { dependsOn, dependent } of holding) {
    const known = lines.get(dependsOn.id)
    if (known) known.heldUp.push(dependent)
    else if (!dependsOn.restricted) lines.set(dependsOn.id, { blocker: dependsOn, heldUp: [dependent] })
  }
  const since = ({ blocker }: LateLine) => blocker.lateSince ?? '9999'
  return [...lines.values()].sort((a, b) => since(a).localeCompare(since(b))).slice(0, most)
}

function lastReason({ earlierDues }: Moved): string | null {
  const told = earlierDues.filter(({ reason }) => reason).sort((a, b) => b.until.localeCompare(a.until))
  return told[0]?.reason ?? null
}
