import { whyNotPrepare } from '@camau/domain'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { placeOf } from '../../platform/body-place'
import { EnglishContent } from '../../platform/content'
import { dayOf, useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Flag } from '../../ui/status'
import { AttendanceRates } from './attendance-rates'
import type { BodyThatMeets } from './body-that-meets'
import { BodyMeetsDocument } from './meetings.graphql'
import './meetings.css'
import { NextMeetingDialog } from './next-meeting-dialog'
import { Parking } from './parking'
import { SeriesDialog } from './series-dialog'
import { seriesWords } from './series-words'

/** How often a body meets and whether it does, what waits for its next meeting, and who has come. */
export function BodyMeets() {
  const { id = '' } = useParams<{ id: string }>()
  const { data, retry } = useRecords(BodyMeetsDocument, { id })
  useRoom(`body:${id}`, { onLists: retry })
  // Beside the body's page, which says itself what is wrong.
  return data ? <Parts body={data.body} /> : null
}

function Parts({ body }: { body: BodyThatMeets }) {
  const said = useWords(seriesWords)
  const dates = useDates()
  const viewer = useViewer()
  const mayPrepare = body.status === 'ACTIVE' && whyNotPrepare(viewer, placeOf(body)) === null
  const { series, openMatters, attendanceRates } = body
  if (!mayPrepare && !series && openMatters.length === 0 && attendanceRates.length === 0) return null
  const late = series?.rhythm.late && series.rhythm.meetBy
  return (
    <div className="pad body-meets">
      {late && (
        <Flag tone="late" icon="clock">
          {said.late(dates.day(late))}
        </Flag>
      )}
      <details>
        <summary>{said.title}</summary>
        <div className="body-meets-parts">
          <section>
            {series ? <Rhythm body={body} series={series} /> : <p className="quiet">{said.none}</p>}
            {mayPrepare && <Acts body={body} />}
          </section>
          <Parking body={body} mayPrepare={mayPrepare} />
          <AttendanceRates rates={attendanceRates} />
        </div>
      </details>
    </div>
  )
}

function Rhythm({ body, series }: { body: BodyThatMeets; series: NonNullable<BodyThatMeets['series']> }) {
  const said = useWords(seriesWords)
  const dates = useDates()
  const { cadence, quorum, minutes, place, rhythm } = series
  const { lastMet, meetBy, late } = rhythm
  return (
    <>
      <p>
        <b>{cadence ? said.every[domainName(cadence.unit)](cadence.every) : said.noRhythm}</b>
        {' · '}
        {said.length(minutes)}
        {quorum !== null && ` · ${said.quorum(quorum)}`}
      </p>
      {place && (
        <p className="meta">
          <EnglishContent text={place} />
        </p>
      )}
      <p className="meta">
        {lastMet ? said.lastMet(dates.day(lastMet)) : said.neverMet}
        {!late && meetBy && ` · ${said.meetBy(dates.day(meetBy))}`}
      </p>
      <p>
        {body.nextMeeting ? (
          <Link href={`/meetings/${body.nextMeeting.id}`}>
            {said.nextOn(dates.day(dayOf(new Date(body.nextMeeting.startsAt))))}
          </Link>
        ) : (
          <span className="meta">{said.nonePlanned}</span>
        )}
      </p>
    </>
  )
}

function Acts({ body }: { body: BodyThatMeets }) {
  const said = useWords(seriesWords)
  const [open, setOpen] = useState<'series' | 'next' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="row">
      {body.series && (
        <Button small icon="plus" aria-haspopup="dialog" onClick={() => setOpen('next')}>
          {said.next}
        </Button>
      )}
      <Button small aria-haspopup="dialog" onClick={() => setOpen('series')}>
        {body.series ? said.change : said.set}
      </Button>
      {open === 'series' && <SeriesDialog body={body} onClose={close} />}
      {open === 'next' && body.series && <NextMeetingDialog body={body} series={body.series} onClose={close} />}
    </div>
  )
}
