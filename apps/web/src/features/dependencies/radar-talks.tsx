import { Link } from 'wouter'
import { Content, useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import { RadarLink } from './radar-item'
import type { Radar, RadarPartProps } from './radar-late'
import { RadarTable } from './radar-table'
import { radarWords } from './radar-words'

type Talk = Radar['talks'][number]

/** Who should talk to whom, the nearest meeting first. */
export function RadarTalks({ radar, onShowAll }: RadarPartProps) {
  const words = useWords(radarWords)
  const inWords = useContent()
  return (
    <RadarTable
      title={words.talksTitle}
      empty={words.noTalks}
      rows={radar.talks}
      inAll={radar.counts.talks}
      onShowAll={onShowAll}
      idOf={({ about }, at) => about[0]?.linkId ?? String(at)}
      columns={[
        {
          key: 'before',
          head: words.before,
          sort: ({ meeting }) => meeting?.startsAt ?? null,
          cell: ({ meeting }) => <Before meeting={meeting} />,
        },
        {
          key: 'waiting',
          head: words.waiting,
          sort: ({ waiting }) => inWords(waiting.label),
          cell: ({ waiting }) => <Content text={shortName(waiting.label)} />,
        },
        {
          key: 'late',
          head: words.lateOne,
          sort: ({ late }) => inWords(late.label),
          cell: ({ late }) => <Content text={shortName(late.label)} />,
        },
        {
          key: 'about',
          head: words.about,
          sort: ({ aboutCount }) => aboutCount,
          cell: (talk) => <About talk={talk} />,
        },
      ]}
    />
  )
}

function Before({ meeting }: Pick<Talk, 'meeting'>) {
  const words = useWords(radarWords)
  const dates = useDates()
  if (!meeting) return <Unset>{words.noMeeting}</Unset>
  return (
    <Link href={`/meetings/${meeting.id}`}>
      {dates.day(meeting.startsAt)}
      <span className="meta">
        {' · '}
        <Content text={shortName(meeting.body.name)} />
      </span>
    </Link>
  )
}

function About({ talk: { about, aboutCount } }: { talk: Talk }) {
  const words = useWords(radarWords)
  return (
    <ul>
      {about.map(({ linkId, waiting, waitsFor }) => (
        <li key={linkId}>
          <RadarLink item={waiting} /> <span className="faint">{words.waitsFor}</span> <RadarLink item={waitsFor} />
        </li>
      ))}
      {aboutCount > about.length && <li className="meta">{words.more(aboutCount - about.length)}</li>}
    </ul>
  )
}
