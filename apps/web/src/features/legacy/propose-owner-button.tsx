import { whyNotProposeOwner } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { heldLegacy } from './held-legacy'
import type { LegacyRowFragment } from './legacy.graphql'
import { ProposeOwnerDialog } from './propose-owner-dialog'
import { legacyWords } from './words'

/** For those who may propose, while no proposal waits. */
export function ProposeOwnerButton({ item }: { item: LegacyRowFragment }) {
  const words = useWords(legacyWords)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  if (whyNotProposeOwner(viewer, heldLegacy(item))) return null
  return (
    <>
      <Button weight="bare" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.proposeOne}
        <span className="hidden">: {words.legacyItem(item.number)}</span>
      </Button>
      {open && <ProposeOwnerDialog item={item} onClose={() => setOpen(false)} />}
    </>
  )
}
