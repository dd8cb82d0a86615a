import { whyNotProposeOwner } from '@camau/domain'
import { useState } from 'react'
import { useLanguage } from '../../platform/language'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { type HandedName, heldLegacy, type Owned } from './held-legacy'
import { ProposeOwnerDialog } from './propose-owner-dialog'
import { legacyWords } from './words'

/** For those who may propose, while no proposal waits. */
export function ProposeOwnerButton({ item, name }: { item: Owned; name: HandedName }) {
  const words = useWords(legacyWords)
  const viewer = useViewer()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  if (whyNotProposeOwner(viewer, heldLegacy(item))) return null
  return (
    <>
      <Button weight="bare" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.proposeOne}
        <span className="hidden" lang={name.en === name.cy ? 'en' : undefined}>
          : {name[language]}
        </span>
      </Button>
      {open && <ProposeOwnerDialog id={item.id} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}
