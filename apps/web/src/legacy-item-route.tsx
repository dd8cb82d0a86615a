import { legacyOwner } from '@camau/domain'
import { lazy, Suspense } from 'react'
import { heldLegacy } from './features/legacy/held-legacy'
import { LegacyItemPage as LegacyItem } from './features/legacy/legacy-item-page'

const AroundText = lazy(async () => ({ default: (await import('./around-text')).AroundText }))

/** A legacy item, and what people say about it. */
export function LegacyItemPage() {
  return (
    <LegacyItem>
      {(item) => {
        const { record, workstreamBodyId } = heldLegacy(item)
        return (
          <Suspense fallback={null}>
            <AroundText
              kind="legacy"
              id={item.id}
              place={{ space: 'legacy', workstreamBodyId }}
              owner={legacyOwner(record)}
              restrictedTo={null}
            />
          </Suspense>
        )
      }}
    </LegacyItem>
  )
}
