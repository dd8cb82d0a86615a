import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/field'
import type { MeetingOnPage } from './meeting-on-page'
import { SetAttendanceDocument } from './meetings.graphql'
import { peopleWords } from './people-words'
import { PersonChoice } from './person-choice'
import { words } from './words'

/** Somebody who is not expected: on the seat of somebody who is, or on none. */
export function AddAttendee({ meeting }: { meeting: MeetingOnPage }) {
  const said = useWords(peopleWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button weight="bare" small icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {said.add}
      </Button>
      {open && <AddDialog meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ meeting, onClose }: { meeting: MeetingOnPage; onClose: () => void }) {
  const said = useWords(peopleWords)
  const common = useWords(words)
  const refusal = useRefusalWords()
  const [personId, setPerson] = useState('')
  const [seat, setSeat] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const what = { en: peopleWords.en.add, cy: peopleWords.cy.add }
  const { run, busy, refused } = useCommand(SetAttendanceDocument, { what })
  const add = async () => {
    setWrong(personId ? null : said.choosePerson)
    if (!personId || busy) return
    const as = seat ? { role: 'SUBSTITUTE' as const, standsInForId: seat } : { role: 'OBSERVER' as const }
    const { state } = await run({ id: meeting.id, personId, state: 'PRESENT', ...as })
    if (state === 'refused') return
    announce(said.added)
    onClose()
  }
  return (
    <Dialog title={said.add} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        {refused && (
          <p className="s-late flag" role="alert">
            {refusal(refused.code)}
          </p>
        )}
        <PersonChoice label={said.person} none="" wrong={wrong} value={personId} onChange={setPerson} />
        <Select label={said.as} value={seat} onChange={(event) => setSeat(event.target.value)}>
          <option value="">{said.asObserver}</option>
          {meeting.expected
            .filter(({ id }) => id !== personId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {said.substituteOf(name)}
              </option>
            ))}
        </Select>
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {said.addIt}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
