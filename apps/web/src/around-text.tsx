import type { HeldText } from '@camau/domain'
import { Comments } from './features/comments/comments'
import { VersionsLink } from './features/versions/versions-link'

const types = { minutes: 'Meeting', action: 'Action', legacy: 'LegacyItem' } as const

/** What goes with every live text, after it: its versions, and what people say about its record. */
export function AroundText({ kind, id, ...held }: HeldText & { kind: keyof typeof types; id: string }) {
  return (
    <>
      <VersionsLink kind={kind} id={id} {...held} />
      <Comments about={{ type: types[kind], id }} place={held.place} owner={held.owner} />
    </>
  )
}
