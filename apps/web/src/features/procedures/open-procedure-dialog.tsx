import { limits } from '@camau/domain'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { ContentOption } from '../../platform/named-content'
import { useRefusalWords } from '../../platform/refused'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DateFields, noDate, readDate } from '../../ui/date-fields'
import { Dialog } from '../../ui/dialog'
import { Field, Select, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { OpenProcedureDocument, type VotingBodiesQuery } from './procedures.graphql'
import { words } from './words'

interface OpenProcedureDialogProps {
  bodies: VotingBodiesQuery['bodies']
  onClose: () => void
}

type Missing = 'body' | 'question' | 'closes' | 'quorum'

/** Puts a question to the members of a body. */
export function OpenProcedureDialog({ bodies, onClose }: OpenProcedureDialogProps) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const [, go] = useLocation()
  const only = bodies.length === 1 ? bodies[0] : undefined
  const [draft, setDraft] = useState({ body: only?.id ?? '', question: '', quorum: '' })
  const [closes, setCloses] = useState(noDate)
  const [missing, setMissing] = useState<readonly Missing[]>([])
  const what = { en: words.en.open, cy: words.cy.open }
  const command = useCommand(OpenProcedureDocument, { what, patient: true })
  const save = async () => {
    const { body: bodyId, quorum } = draft
    const day = readDate(closes)
    const question = draft.question.trim()
    const closesAt = endOf(typeof day === 'object' ? day.iso : '')
    const wrong: Missing[] = [
      ...(bodyId ? [] : (['body'] as const)),
      ...(question ? [] : (['question'] as const)),
      ...(closesAt > new Date() ? [] : (['closes'] as const)),
      ...(/^\s*\d{0,3}\s*$/.test(quorum) ? [] : (['quorum'] as const)),
    ]
    setMissing(wrong)
    if (wrong.length > 0) return
    const id = newId()
    const given = { id, bodyId, question, closesAt: closesAt.toISOString(), quorum: Number(quorum) || null }
    const { state } = await command.run(given)
    if (state === 'refused') return
    announce(said.opened)
    onClose()
    if (state === 'done') go(`/procedures/${id}`)
  }
  const field = (name: Exclude<Missing, 'closes'>) => ({
    id: `procedure-${name}`,
    value: draft[name],
    wrong: missing.includes(name) ? said.missing[name] : null,
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [name]: target.value }),
  })
  const problems = [
    ...missing.map((name) => ({ fieldId: `procedure-${name}`, words: said.missing[name] })),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={said.open} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!command.busy) void save()
        }}
      >
        <ProblemSummary problems={problems} />
        <Select label={said.body} {...field('body')}>
          <option value="" />
          {bodies.map(({ id, name }) => (
            <ContentOption key={id} value={id} text={shortName(name)} />
          ))}
        </Select>
        <TextArea label={said.question} hint={said.questionHint} maxLength={limits.decision} {...field('question')} />
        <DateFields
          id="procedure-closes"
          legend={`${said.closes} (${said.closesHint})`}
          value={closes}
          wrong={missing.includes('closes') ? said.missing.closes : null}
          onChange={setCloses}
        />
        <Field label={said.quorum} hint={said.quorumHint} optional inputMode="numeric" {...field('quorum')} />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.send}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The last minute of a day, by the clock of whoever sets it; an invalid date without one. */
const endOf = (day: string) => new Date(`${day}T23:59:00`)
