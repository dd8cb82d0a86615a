import { limits, whyNotPrepare } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { ContentOption } from '../../platform/named-content'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, Select } from '../../ui/field'
import { heldMeeting } from './held-meeting'
import type { MeetingOnPage } from './meeting-on-page'
import { DeclareInterestDocument } from './meetings.graphql'
import { peopleWords } from './people-words'
import { words } from './words'

interface DeclareDialogProps {
  meeting: MeetingOnPage
  /** The item it was asked at; empty: it is chosen. */
  itemId: string
  onClose: () => void
}

export function DeclareDialog({ meeting, itemId: asked, onClose }: DeclareDialogProps) {
  const said = useWords(peopleWords)
  const common = useWords(words)
  const refusal = useRefusalWords()
  const viewer = useViewer()
  const [itemId, setItem] = useState(asked)
  const [personId, setPerson] = useState(viewer.personId)
  const [nature, setNature] = useState('')
  const [leaves, setLeaves] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const what = { en: peopleWords.en.declare, cy: peopleWords.cy.declare }
  const { run, busy, refused } = useCommand(DeclareInterestDocument, { what, patient: true })
  const forOthers = whyNotPrepare(viewer, heldMeeting(meeting).body) === null
  const send = async () => {
    setWrong(itemId ? null : said.chooseItem)
    if (!itemId || busy) return
    const declared = { meetingId: meeting.id, itemId, personId, nature: nature.trim() || null, leaves }
    if ((await run({ id: newId(), ...declared })).state === 'refused') return
    announce(said.declared)
    onClose()
  }
  return (
    <Dialog title={said.declare} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {refused && (
          <p className="s-late flag" role="alert">
            {refusal(refused.code)}
          </p>
        )}
        <Select label={said.item} value={itemId} wrong={wrong} onChange={(event) => setItem(event.target.value)}>
          <option value="" />
          {meeting.agenda.map(({ id, title }, at) => (
            <ContentOption key={id} value={id} text={title} before={`${at + 1}. `} />
          ))}
        </Select>
        {forOthers && (
          <Select label={said.whose} value={personId} onChange={(event) => setPerson(event.target.value)}>
            {present(meeting, viewer).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Field
          label={said.nature}
          optional
          autoComplete="off"
          maxLength={limits.interest}
          value={nature}
          onChange={(event) => setNature(event.target.value)}
        />
        <label className="row">
          <input type="checkbox" checked={leaves} onChange={(event) => setLeaves(event.target.checked)} /> {said.leaves}
        </label>
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {said.declare}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whoever is expected or recorded, and oneself. */
function present({ expected, attendance }: MeetingOnPage, viewer: { personId: string; name: string }) {
  const all = [...expected, ...attendance.map(({ person }) => person)].map(({ id, name }) => [id, name] as const)
  return [...new Map([[viewer.personId, viewer.name], ...all])].map(([id, name]) => ({ id, name }))
}
