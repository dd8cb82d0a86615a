import { limits } from '@camau/domain'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { ContentOption } from '../../platform/named-content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DateFields } from '../../ui/date-fields'
import { Dialog } from '../../ui/dialog'
import { Field, Select } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { emptyPlan, type Plan, type PlanField, readPlan } from './meeting-plan'
import { CreateMeetingDocument } from './meetings.graphql'
import type { PlannableBody } from './plannable'
import { words } from './words'

interface PlanMeetingDialogProps {
  bodies: readonly PlannableBody[]
  /** The body the list was showing; it is the likeliest. */
  chosen: string
  onClose: () => void
}

/** Plans a meeting and goes to its page, where the agenda is written. */
export function PlanMeetingDialog({ bodies, chosen, onClose }: PlanMeetingDialogProps) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const first = bodies.find(({ id }) => id === chosen) ?? (bodies.length === 1 ? bodies[0] : undefined)
  const [plan, setPlan] = useState<Plan>({ ...emptyPlan, bodyId: first?.id ?? '' })
  const [wrong, setWrong] = useState<Partial<Record<PlanField, string>>>({})
  const { save, busy, refused } = useSavePlan(bodies, onClose)
  const set = (change: Partial<Plan>) => setPlan({ ...plan, ...change })
  const field = (name: 'title' | 'startsAt' | 'endsAt' | 'place') => ({
    id: `plan-${name}`,
    value: plan[name],
    wrong: wrong[name],
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.target.value }),
  })
  const problems = Object.entries(wrong).map(([name, problem]) => ({ fieldId: `plan-${name}`, words: problem }))

  return (
    <Dialog title={said.plan} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const read = readPlan(plan, said.problems, limits)
          setWrong('wrong' in read ? read.wrong : {})
          if ('meeting' in read && !busy) void save(read.meeting)
        }}
      >
        <ProblemSummary
          problems={refused ? [...problems, { fieldId: null, words: refusal(refused.code) }] : problems}
        />
        <Select
          id="plan-body"
          label={said.planFor}
          value={plan.bodyId}
          wrong={wrong.body}
          onChange={(event) => set({ bodyId: event.target.value })}
        >
          <option value="" />
          {bodies.map(({ id, name }) => (
            <ContentOption key={id} value={id} text={name} />
          ))}
        </Select>
        <DateFields
          id="plan-day"
          legend={said.day}
          value={plan.day}
          wrong={wrong.day}
          onChange={(day) => set({ day })}
        />
        <div className="row times">
          <Field label={said.startsAt} inputMode="numeric" {...field('startsAt')} />
          <Field label={said.endsAt} inputMode="numeric" {...field('endsAt')} />
        </div>
        <p className="hint meta">{said.timeHint}</p>
        <Field label={said.place} optional {...field('place')} />
        <Field label={said.planTitle} optional {...field('title')} />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {said.save}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function useSavePlan(bodies: readonly PlannableBody[], onClose: () => void) {
  const said = useWords(words)
  const content = useContent()
  const dates = useDates()
  const [, go] = useLocation()
  const command = useCommand(CreateMeetingDocument, { what: { en: 'Plan a meeting', cy: 'Trefnu cyfarfod' } })
  const save = async (meeting: Extract<ReturnType<typeof readPlan>, { meeting: unknown }>['meeting']) => {
    const id = newId()
    const result = await command.run({ id, ...meeting })
    if (result.state === 'refused') return
    const body = bodies.find((one) => one.id === meeting.bodyId)
    announce(said.planned(body ? content(body.name) : '', dates.day(meeting.startsAt)))
    onClose()
    if (result.state === 'done') go(`/meetings/${id}`)
  }
  return { save, busy: command.busy, refused: command.refused }
}
