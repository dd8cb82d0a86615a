import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import { RadarThing } from './radar-item'
import type { Radar, RadarPartProps } from './radar-late'
import { RadarTable } from './radar-table'
import { radarWords } from './radar-words'
import { useOrderOf } from './use-order-of'

type Crossing = Radar['crossing'][number]

/** Each body's part of what waits, and what crosses from one to another with its risk. */
export function RadarLanes({ radar, onShowAll }: RadarPartProps) {
  const words = useWords(radarWords)
  const { bodyOf } = useOrderOf()
  const count = (key: 'open' | 'late' | 'heldUp', head: string) => ({
    key,
    head,
    sort: (lane: Radar['lanes'][number]) => lane[key],
    cell: (lane: Radar['lanes'][number]) => lane[key],
    narrow: true,
  })
  return (
    <>
      <RadarTable
        title={words.lanesTitle}
        help={words.lanesHelp}
        empty={words.noLanes}
        rows={radar.lanes}
        idOf={({ body }, at) => body?.id ?? String(at)}
        columns={[
          {
            key: 'body',
            head: words.body,
            sort: ({ body }) => bodyOf(body),
            cell: ({ body }) =>
              body && (
                <Link href={`/bodies/${body.id}`} className="title">
                  <Content text={shortName(body.name)} />
                </Link>
              ),
          },
          count('open', words.open),
          count('late', words.lateCount),
          count('heldUp', words.heldUpCount),
        ]}
      />
      <CrossingLinks radar={radar} onShowAll={onShowAll} />
    </>
  )
}

const risks: readonly Crossing['risk'][] = ['BLOCKED_AND_LATE', 'WILL_BE_LATE', 'INFORMED_LATE', 'NO_DAY', 'HEALTHY']

function CrossingLinks({ radar, onShowAll }: RadarPartProps) {
  const words = useWords(radarWords)
  const { labelOf } = useOrderOf()
  return (
    <RadarTable
      title={words.crossingTitle}
      empty={words.noCrossing}
      rows={radar.crossing}
      inAll={radar.counts.crossing}
      onShowAll={onShowAll}
      idOf={({ linkId }) => linkId}
      columns={[
        {
          key: 'risk',
          head: words.risk,
          sort: ({ risk }) => risks.indexOf(risk),
          cell: ({ risk, blocks }) => <Risk risk={risk} blocks={blocks} />,
        },
        {
          key: 'waits',
          head: words.waits,
          sort: ({ waiting }) => labelOf(waiting),
          cell: ({ waiting }) => <RadarThing item={waiting} />,
        },
        {
          key: 'for',
          head: words.itWaitsFor,
          sort: ({ waitsFor }) => labelOf(waitsFor),
          cell: ({ waitsFor }) => <RadarThing item={waitsFor} />,
        },
      ]}
    />
  )
}

function Risk({ risk, blocks }: Pick<Crossing, 'risk' | 'blocks'>) {
  const words = useWords(radarWords)
  if (risk === 'HEALTHY') return <span className="quiet">{blocks ? words.risks[risk] : words.onlyInforms}</span>
  const late = risk === 'BLOCKED_AND_LATE' || risk === 'INFORMED_LATE'
  return (
    <Flag tone={late ? 'late' : 'waiting'} icon={late ? 'clock' : 'waiting'}>
      {words.risks[risk]}
    </Flag>
  )
}
