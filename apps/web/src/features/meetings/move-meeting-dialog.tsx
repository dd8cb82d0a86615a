import { limits } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { dayOf, formatTime, useDates } from '../../platform/dates'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DateFields, typedDate } from '../../ui/date-fields'
import { Dialog } from '../../ui/dialog'
import { Field, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { lifeWords } from './life-words'
import { emptyPlan, type Plan, type PlanField, readPlan } from './meeting-plan'
import { type MeetingRecordFragment, PostponeMeetingDocument } from './meetings.graphql'
import { words } from './words'

interface MoveMeetingDialogProps {
  meeting: MeetingRecordFragment
  onClose: () => void
}

/** Another day or time, earlier or later. What it was stays on record with the reason. */
export function MoveMeetingDialog({ meeting, onClose }: MoveMeetingDialogProps) {
  const said = useWords(words)
  const life = useWords(lifeWords)
  const dates = useDates()
  const refusal = useRefusalWords()
  const [plan, setPlan] = useState<Plan>(() => planOf(meeting))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Partial<Record<PlanField | 'reason', string>>>({})
  const what = { en: lifeWords.en.moveTitle, cy: lifeWords.cy.moveTitle }
  const { run, busy, refused } = useCommand(PostponeMeetingDocument, { what, patient: true })
  const set = (change: Partial<Plan>) => setPlan({ ...plan, ...change })

  const send = async () => {
    const read = readPlan(plan, said.problems, limits)
    const missing = reason.trim() ? {} : { reason: life.reasonNeeded }
    setWrong({ ...('wrong' in read ? read.wrong : {}), ...missing })
    if ('wrong' in read || !reason.trim() || busy) return
    const { startsAt, endsAt } = read.meeting
    const { state } = await run({ id: meeting.id, startsAt, endsAt, reason: reason.trim() })
    if (state === 'refused') return
    announce(life.moved(dates.longDay(startsAt)))
    onClose()
  }
  const problems = Object.entries(wrong).map(([name, problem]) => ({ fieldId: `plan-${name}`, words: problem }))
  const time = (name: 'startsAt' | 'endsAt') => (
    <Field
      id={`plan-${name}`}
      label={said[name]}
      inputMode="numeric"
      autoComplete="off"
      value={plan[name]}
      wrong={wrong[name]}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  )
  return (
    <Dialog title={life.moveTitle} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ProblemSummary
          problems={refused ? [...problems, { fieldId: null, words: refusal(refused.code) }] : problems}
        />
        <DateFields
          id="plan-day"
          legend={said.day}
          value={plan.day}
          wrong={wrong.day}
          onChange={(day) => set({ day })}
        />
        <div className="row times">
          {time('startsAt')}
          {time('endsAt')}
        </div>
        <p className="hint meta">{said.timeHint}</p>
        <TextArea
          id="plan-reason"
          label={life.reason}
          hint={life.reasonHint}
          wrong={wrong.reason}
          rows={2}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {life.moveTitle}
          </Button>
          <Button onClick={onClose}>{life.leave}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The form begins with the times as they are. */
function planOf({ body, startsAt, endsAt }: MeetingRecordFragment): Plan {
  const day = typedDate(dayOf(new Date(startsAt)))
  return { ...emptyPlan, bodyId: body.id, day, startsAt: formatTime(startsAt), endsAt: formatTime(endsAt) }
}
