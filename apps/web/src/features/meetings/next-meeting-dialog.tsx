import { nextDay } from '@camau/domain'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useContent } from '../../platform/content'
import { dayOf, useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DateFields, noDate, readDate, typedDate } from '../../ui/date-fields'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import type { BodyThatMeets } from './body-that-meets'
import { londonInstant, readTime } from './london-time'
import { CreateNextMeetingDocument } from './meetings.graphql'
import { seriesWords } from './series-words'
import { words } from './words'

interface NextMeetingDialogProps {
  body: BodyThatMeets
  series: NonNullable<BodyThatMeets['series']>
  onClose: () => void
}

/** The next occurrence: the day that the rhythm gives is filled in, the rest comes from the template. */
export function NextMeetingDialog({ body, series, onClose }: NextMeetingDialogProps) {
  const said = useWords(seriesWords)
  const common = useWords(words)
  const dates = useDates()
  const content = useContent()
  const refusal = useRefusalWords()
  const [, go] = useLocation()
  const [day, setDay] = useState(() => typedDate(suggested(body, series)) ?? noDate)
  const [time, setTime] = useState('10:00')
  const [wrong, setWrong] = useState<{ day?: string; startsAt?: string }>({})
  const what = { en: seriesWords.en.next, cy: seriesWords.cy.next }
  const { run, busy, refused } = useCommand(CreateNextMeetingDocument, { what, patient: true })
  const save = async () => {
    const [read, from] = [readDate(day), readTime(time)]
    const no = {
      ...(typeof read === 'object' ? {} : { day: said.problems.day }),
      ...(from ? {} : { startsAt: said.problems.startsAt }),
    }
    setWrong(no)
    if (typeof read !== 'object' || !from || busy) return
    const id = newId()
    const startsAt = londonInstant(read.iso, from).toISOString()
    const { state } = await run({ id, bodyId: body.id, startsAt })
    if (state === 'refused') return
    announce(common.planned(content(body.name), dates.day(read.iso)))
    onClose()
    if (state === 'done') go(`/meetings/${id}`)
  }
  const problems = Object.entries(wrong).map(([name, problem]) => ({ fieldId: `next-${name}`, words: problem }))
  return (
    <Dialog title={said.next} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ProblemSummary
          problems={refused ? [...problems, { fieldId: null, words: refusal(refused.code) }] : problems}
        />
        <DateFields id="next-day" legend={common.day} value={day} wrong={wrong.day} onChange={setDay} />
        <Field
          id="next-startsAt"
          label={common.startsAt}
          hint={common.timeHint}
          inputMode="numeric"
          autoComplete="off"
          value={time}
          wrong={wrong.startsAt}
          onChange={(event) => setTime(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {said.next}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** One rhythm after the last meeting or the next one planned; nothing where there is no rhythm, or where that day is past. */
function suggested(
  { nextMeeting }: BodyThatMeets,
  { cadence, rhythm }: NextMeetingDialogProps['series'],
): string | null {
  if (!cadence) return null
  const unit = domainName(cadence.unit)
  const last = nextMeeting ? dayOf(new Date(nextMeeting.startsAt)) : rhythm.lastMet
  const day = last ? nextDay({ every: cadence.every, unit }, last) : rhythm.meetBy
  return day && day >= dayOf(new Date()) ? day : null
}
