import { whyNotAddLegacyUpdate } from '@camau/domain'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { DialogButton } from '../../ui/dialog-button'
import { Place } from '../../ui/place'
import { statusWord } from './commitments-bar'
import { type Handed, heldLegacy } from './held-legacy'
import type { LaterUpdateLineFragment } from './legacy.graphql'
import { lifeWords } from './life-words'
import { legacyWords } from './words'

const loadDialog = () => import('./add-update-dialog')

/** What later documents say of it, in the order of their days, each with its term of the Senedd, its document and the place in it. */
export function LaterUpdates({ updates }: { updates: readonly LaterUpdateLineFragment[] }) {
  return updates.map((update) => <LaterUpdate key={update.id} update={update} />)
}

function LaterUpdate({ update }: { update: LaterUpdateLineFragment }) {
  const words = useWords(lifeWords).update
  const { later, status } = useWords(legacyWords)
  const dates = useDates()
  const { day, term, text, waitsOn, document, place } = update
  return (
    <p className="meta later">
      {later}
      {[dates.day(day), term && words.term(term.number), statusWord(status, update.status)].filter(Boolean).join(', ')}.{' '}
      {text && <EnglishContent text={text} />}{' '}
      {waitsOn && (
        <>
          {words.waitsOn}
          <EnglishContent text={waitsOn} />{' '}
        </>
      )}
      <cite title={document}>
        {update.by && `${document} `}
        {place && <Place locator={place} />}
      </cite>
    </p>
  )
}

/** For those who write in the register, and for the owner. */
export function AddUpdateButton({ handed, name }: { handed: Handed; name: string }) {
  const words = useWords(lifeWords).update
  const viewer = useViewer()
  if (whyNotAddLegacyUpdate(viewer, heldLegacy(handed))) return null
  return (
    <DialogButton
      weight="bare"
      small
      load={loadDialog}
      dialog={({ AddUpdateDialog }, close) => <AddUpdateDialog id={handed.id} name={name} onClose={close} />}
    >
      {words.button}
      <span className="hidden">
        : <EnglishContent text={name} />
      </span>
    </DialogButton>
  )
}
