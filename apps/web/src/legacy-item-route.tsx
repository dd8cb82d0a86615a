import { legacyOwner } from '@camau/domain'
import { lazy, Suspense } from 'react'
import { heldLegacy } from './features/legacy/held-legacy'
import { LegacyItemPage as LegacyItem } from './features/legacy/legacy-item-page'

const VersionsLink = lazy(async () => ({
  default: (await import('./features/versions/versions-link')).VersionsLink,
}))
const Comments = lazy(async () => ({ default: (await import('./features/comments/comments')).Comments }))

/** A legacy item, and what people say about it. */
export function LegacyItemPage() {
  return (
    <LegacyItem>
      {(item) => {
        const { record, workstreamBodyId } = heldLegacy(item)
        return (
          <Suspense fallback={null}>
            <VersionsLink
              kind="legacy"
              id={item.id}
              place={{ space: 'legacy', workstreamBodyId }}
              owner={legacyOwner(record)}
              restrictedTo={null}
            />
            <Comments
              about={{ type: 'LegacyItem', id: item.id }}
              place={{ space: 'legacy', workstreamBodyId }}
              owner={legacyOwner(record)}
            />
          </Suspense>
        )
      }}
    </LegacyItem>
  )
}
