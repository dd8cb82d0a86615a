import { useContent } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import type { RadarThingFragment } from './radar.graphql'

/** What names are put in order by; null for what has none. */
export function useOrderOf() {
  const inWords = useContent()
  return {
    ownerOf: ({ owner }: RadarThingFragment) => owner && inWords(owner.label),
    bodyOf: (body: RadarThingFragment['body']) => body && inWords(shortName(body.name)),
    // What is restricted has no name: it comes last.
    labelOf: ({ label, restricted }: RadarThingFragment) => (restricted ? null : label),
  }
}
