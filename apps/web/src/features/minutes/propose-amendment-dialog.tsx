import { limits } from '@camau/domain'
import { useMemo, useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { unstatedLanguage } from '../../platform/named-content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import type { Frozen } from './agreed-minutes'
import { amendmentWords } from './amendment-words'
import { ProposeAmendmentDocument } from './minutes.graphql'
import { placesIn } from './places-in'

interface ProposeAmendmentDialogProps {
  meetingId: string
  frozen: Frozen
  onClose: () => void
}

const nothingYet = { place: '', before: '', after: '', reason: '' }
type Draft = typeof nothingYet

/** Says where the agreed text should read otherwise, how, and why. */
export function ProposeAmendmentDialog({ meetingId, frozen, onClose }: ProposeAmendmentDialogProps) {
  const said = useWords(amendmentWords)
  const refusal = useRefusalWords()
  const places = useMemo(() => placesIn(frozen.content), [frozen.content])
  const [draft, setDraft] = useState<Draft>(nothingYet)
  const [wrong, setWrong] = useState<Partial<Draft>>({})
  const command = useCommand(ProposeAmendmentDocument, {
    what: { en: amendmentWords.en.propose, cy: amendmentWords.cy.propose },
    patient: true,
  })
  const save = async () => {
    const [before, after, reason] = [draft.before.trim(), draft.after.trim(), draft.reason.trim()]
    const passage = places.find(({ place }) => place === draft.place)
    const problems: Partial<Draft> = {
      ...(passage && !passage.text.includes(before) ? { before: said.missing.before } : {}),
      ...(before || after ? {} : { after: said.missing.words }),
      ...(reason ? {} : { reason: said.missing.reason }),
    }
    setWrong(problems)
    if (Object.keys(problems).length > 0) return
    const result = await command.run({ id: newId(), meetingId, place: draft.place || null, before, after, reason })
    if (result.state === 'refused') return
    announce(result.state === 'done' ? said.proposed(result.data.proposeAmendment.number) : said.kept)
    onClose()
  }
  const field = (name: 'before' | 'after' | 'reason') => ({
    id: `amend-${name}`,
    rows: 3,
    value: draft[name],
    wrong: wrong[name],
    maxLength: name === 'reason' ? limits.reason : limits.amendment,
    onChange: (event: React.ChangeEvent<HTMLTextAreaElement>) => setDraft({ ...draft, [name]: event.target.value }),
  })
  const problems = Object.entries(wrong).map(([name, problem]) => ({ fieldId: `amend-${name}`, words: problem }))
  return (
    <Dialog title={said.propose} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!command.busy) void save()
        }}
      >
        <ProblemSummary
          problems={command.refused ? [...problems, { fieldId: null, words: refusal(command.refused.code) }] : problems}
        />
        <Select
          label={said.place}
          hint={said.placeHint}
          value={draft.place}
          onChange={(event) => setDraft({ ...draft, place: event.target.value })}
        >
          <option value="">{said.whole}</option>
          {places.map(({ place, text }) => (
            <option key={place} value={place} lang={unstatedLanguage}>
              {place} · {text.length > 60 ? `${text.slice(0, 59)}…` : text}
            </option>
          ))}
        </Select>
        <TextArea label={said.before} hint={said.beforeHint} optional {...field('before')} />
        <TextArea label={said.after} hint={said.afterHint} optional {...field('after')} />
        <TextArea label={said.reason} {...field('reason')} />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.proposeSave}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
