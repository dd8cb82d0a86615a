import { type Named, useNamed } from '../../platform/named-content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import type { IconName } from '../../ui/icon'
import { Flag, type Tone } from '../../ui/status'
import { monthsLate } from './how-late'
import type { MapNode } from './map-graph'
import { mapWords } from './map-words'
import { dependencyWords } from './words'

/** Fewer days than this are told as days, more as years and months. */
const longInDays = 60

interface Standing {
  tone: Tone
  icon: IconName
  said: string
}

/** How an item stands, in words with a glyph of their own: the colour says nothing that they do not. */
export function useStanding(): (node: MapNode, waitsFor: number) => Standing {
  const words = useWords(mapWords)
  const lateness = useLateness()
  return (node, waitsFor) => {
    if (node.item.restricted) return { tone: 'proposed', icon: 'lock', said: words.restricted }
    if (node.item.type === 'Body') return { tone: 'proposed', icon: 'person', said: words.aBody }
    if (node.item.done) return { tone: 'done', icon: 'tick', said: words.done }
    const late = lateness(node)
    if (late) return { tone: 'late', icon: 'clock', said: words.lateBy(late) }
    if (waitsFor > 0) return { tone: 'waiting', icon: 'waiting', said: words.waitsFor(waitsFor) }
    return { tone: 'open', icon: 'right', said: words.inTime }
  }
}

/** “12 days”, “5 years 7 months”; null for what is in time. */
export function useLateness(): (node: MapNode) => string | null {
  const { days } = useWords(mapWords)
  const { lateBy } = useWords(dependencyWords)
  return ({ lateDays, item }) => {
    if (!lateDays) return null
    return lateDays < longInDays || !item.lateSince ? days(lateDays) : lateBy(monthsLate(item.lateSince, new Date()))
  }
}

export function Standing({ node, waitsFor }: { node: MapNode; waitsFor: number }) {
  const { tone, icon, said } = useStanding()(node, waitsFor)
  return (
    <Flag tone={tone} icon={icon}>
      {said}
    </Flag>
  )
}

/** The office that answers for it, or its body, in the language it is in; null where neither is known. */
export function useWhose(): (node: MapNode) => Named | null {
  const named = useNamed()
  return ({ id, owner, body }) => {
    if (owner) return named(shortName(owner.label))
    return body && body.id !== id ? named(shortName(body.name)) : null
  }
}

/** Its number and name; of what is restricted, only that it is there. */
export function useNameOf(): (node: MapNode) => string {
  const words = useWords(mapWords)
  return ({ item: { restricted, number, label } }) =>
    restricted ? words.restricted : [number, label].filter((part) => part !== null).join(' ')
}
