import { limits } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { dropped, type GivenPlaces, PlaceItems, problemsOf } from '../../ui/place-items'
import { type Problem, ProblemSummary } from '../../ui/problem-summary'
import type { PhaseShown } from './phase-shown'
import { ClosePhaseDocument, LegacyChoicesDocument } from './phases.graphql'
import { phaseWords } from './words'

/** Ends a phase: what goes nowhere yet is tied to a legacy item or dropped with a reason, here and at once. */
export function ClosePhaseDialog({ phase, onClose }: { phase: PhaseShown; onClose: () => void }) {
  const words = useWords(phaseWords)
  const content = useContent()
  const refusal = useRefusalWords()
  const formId = useId()
  const { data } = useRecords(LegacyChoicesDocument)
  const command = useCommand(ClosePhaseDocument, { what: { en: phaseWords.en.close, cy: phaseWords.cy.close } })
  const [places, setPlaces] = useState<GivenPlaces>({})
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<readonly Problem[]>([])
  const items = phase.checklist.unhandled

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const problems = problemsOf(formId, items, places, words)
    setWrong(problems)
    if (problems.length > 0) return
    const given = { id: phase.id, note: note.trim() || null, items: placementsOf(items, places) }
    const { state } = await command.run(given)
    if (state === 'refused') return
    announce(words.done.closed)
    onClose()
  }
  const refused = command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []
  return (
    <Dialog title={words.close} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void send(event)}>
        <ProblemSummary problems={[...wrong, ...refused]} />
        <p>{items.length > 0 ? `${words.unhandled(items.length)}. ${words.closeHint}` : words.ready}</p>
        <PlaceItems
          formId={formId}
          words={words}
          items={items}
          places={places}
          onChange={setPlaces}
          choices={(data?.legacyItems ?? []).map(({ id, number, title }) => ({
            value: id,
            name: words.legacyItem(number, content(title)),
          }))}
        />
        <TextArea
          label={words.note}
          optional
          maxLength={limits.reason}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <div className="row">
          <Button weight="go" type="submit" busy={command.busy}>
            {words.close}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function placementsOf(items: PhaseShown['checklist']['unhandled'], places: GivenPlaces) {
  return items.map(({ id }) => {
    const { to = '', reason = '' } = places[id] ?? {}
    return to === dropped ? { actionId: id, dropReason: reason.trim() } : { actionId: id, legacyItemId: to }
  })
}
