import { whyNotAddLegacyUpdate } from '@camau/domain'
import { useState } from 'react'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { Place } from '../../ui/place'
import { statusWord } from './commitments-bar'
import { type Handed, heldLegacy } from './held-legacy'
import { AddLegacyUpdateDocument, type LaterUpdateLineFragment } from './legacy.graphql'
import { lifeWords } from './life-words'
import { legacyWords } from './words'

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

const statuses = ['DONE', 'IN_PROGRESS', 'PLANNED', 'REQUESTED', 'DELAYED', 'CONTINUING', 'NOT_STATED'] as const

/** For those who write in the register, and for the owner. */
export function AddUpdateButton({ handed, name }: { handed: Handed; name: string }) {
  const words = useWords(lifeWords).update
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  if (whyNotAddLegacyUpdate(viewer, heldLegacy(handed))) return null
  return (
    <>
      <Button weight="bare" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.button}
        <span className="hidden">
          : <EnglishContent text={name} />
        </span>
      </Button>
      {open && <AddUpdateDialog id={handed.id} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

function AddUpdateDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const words = useWords(lifeWords).update
  const { status } = useWords(legacyWords)
  const what = { en: `${lifeWords.en.update.title}: ${name}`, cy: `${lifeWords.cy.update.title}: ${name}` }
  const command = useCommand(AddLegacyUpdateDocument, { what, patient: true })
  const send = (given: Readonly<Record<string, string>>) => {
    const { day = '', text = '', waitsOn = '', document = '', place = '' } = given
    const stands = statuses.find((one) => one === given.status) ?? 'NOT_STATED'
    return command.run({ id, day, status: stands, text, waitsOn: waitsOn || null, document, place: place || null })
  }
  return (
    <FormDialog
      title={words.title}
      save={words.save}
      done={words.done}
      command={command}
      send={send}
      onClose={onClose}
      asked={[
        { name: 'day', label: words.day, kind: 'day' },
        {
          name: 'status',
          label: words.status,
          kind: 'choice',
          first: 'IN_PROGRESS',
          options: statuses.map((value) => ({
            value,
            name: statusWord(status, value.toLowerCase().replace('_', '-')),
          })),
        },
        { name: 'text', label: words.text, kind: 'text' },
        { name: 'waitsOn', label: words.waits, optional: true },
        { name: 'document', label: words.document },
        { name: 'place', label: words.place, optional: true },
      ]}
    >
      <p className="meta">
        <EnglishContent text={name} />
      </p>
    </FormDialog>
  )
}
