import { whyNotProposeOwner } from '@camau/domain'
import { useLanguage } from '../../platform/language'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { DialogButton } from '../../ui/dialog-button'
import { type HandedName, heldLegacy, type Owned } from './held-legacy'
import { legacyWords } from './words'

const loadDialog = () => import('./propose-owner-dialog')

/** For those who may propose, while no proposal waits. */
export function ProposeOwnerButton({ item, name }: { item: Owned; name: HandedName }) {
  const words = useWords(legacyWords)
  const viewer = useViewer()
  const language = useLanguage()
  if (whyNotProposeOwner(viewer, heldLegacy(item))) return null
  return (
    <DialogButton
      weight="bare"
      small
      load={loadDialog}
      dialog={({ ProposeOwnerDialog }, close) => <ProposeOwnerDialog id={item.id} name={name} onClose={close} />}
    >
      {words.proposeOne}
      <span className="hidden" lang={name.en === name.cy ? 'en' : undefined}>
        : {name[language]}
      </span>
    </DialogButton>
  )
}
