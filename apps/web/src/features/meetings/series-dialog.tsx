import { cadenceUnits, limits } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { domainName, graphqlName } from '../../platform/enums'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, Select, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import type { BodyThatMeets } from './body-that-meets'
import { SetMeetingSeriesDocument } from './meetings.graphql'
import { readSeries, type SeriesField, type SeriesForm, writeTemplate } from './series-form'
import { seriesWords } from './series-words'
import { words } from './words'

/** How often the body meets, its quorum, and what each new meeting begins with. */
export function SeriesDialog({ body, onClose }: { body: BodyThatMeets; onClose: () => void }) {
  const said = useWords(seriesWords)
  const common = useWords(words)
  const refusal = useRefusalWords()
  const [form, setForm] = useState<SeriesForm>(() => formOf(body.series))
  const [wrong, setWrong] = useState<Partial<Record<SeriesField, string>>>({})
  const what = { en: seriesWords.en.change, cy: seriesWords.cy.change }
  const { run, busy, refused } = useCommand(SetMeetingSeriesDocument, { what, patient: true })
  const set = (change: Partial<SeriesForm>) => setForm({ ...form, ...change })
  const save = async () => {
    const read = readSeries(form, said.problems, limits)
    setWrong('wrong' in read ? read.wrong : {})
    if (!('series' in read) || busy) return
    const { cadence, ...rest } = read.series
    const basedOn = body.series?.version ?? null
    const given = { ...rest, cadence: cadence && { every: cadence.every, unit: graphqlName(cadence.unit) } }
    if ((await run({ bodyId: body.id, basedOn, ...given })).state === 'refused') return
    announce(said.saved)
    onClose()
  }
  const field = (name: Exclude<keyof SeriesForm, 'unit' | 'agenda'>, label: string, more: object = {}) => (
    <Field
      id={`series-${name}`}
      label={label}
      value={form[name]}
      wrong={name === 'title' || name === 'place' ? undefined : wrong[name]}
      autoComplete="off"
      onChange={(event) => set({ [name]: event.target.value })}
      {...more}
    />
  )
  const problems = Object.entries(wrong).map(([name, problem]) => ({ fieldId: `series-${name}`, words: problem }))
  return (
    <Dialog title={said.title} onClose={onClose}>
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
        <fieldset className="row times">
          <legend>{said.rhythm}</legend>
          {form.unit && field('every', said.number, { inputMode: 'numeric' })}
          <Select
            label={said.unit}
            value={form.unit}
            onChange={(event) => set({ unit: cadenceUnits.find((one) => one === event.target.value) ?? '' })}
          >
            <option value="">{said.whenNeeded}</option>
            {cadenceUnits.map((unit) => (
              <option key={unit} value={unit}>
                {said.units[unit]}
              </option>
            ))}
          </Select>
        </fieldset>
        {field('quorum', said.quorumField, { optional: true, inputMode: 'numeric' })}
        <h3>{said.template}</h3>
        <p className="meta">{said.templateHint}</p>
        {field('minutes', said.minutes, { inputMode: 'numeric' })}
        {field('place', said.place, { optional: true, maxLength: limits.place })}
        {field('title', said.name, { optional: true, maxLength: limits.title })}
        <TextArea
          id="series-agenda"
          label={said.agenda}
          hint={said.agendaHint}
          optional
          wrong={wrong.agenda}
          rows={6}
          value={form.agenda}
          onChange={(event) => set({ agenda: event.target.value })}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {said.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function formOf(series: BodyThatMeets['series']): SeriesForm {
  return {
    every: String(series?.cadence?.every ?? 1),
    unit: series?.cadence ? domainName(series.cadence.unit) : '',
    quorum: series?.quorum ? String(series.quorum) : '',
    title: series?.title ?? '',
    place: series?.place ?? '',
    minutes: String(series?.minutes ?? 120),
    agenda: writeTemplate(series?.agenda ?? []),
  }
}
