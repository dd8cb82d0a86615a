import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { RadarQuery } from './radar.graphql'
import { RadarLinks, RadarOwner, RadarThing } from './radar-item'
import { RadarTable } from './radar-table'
import { radarWords } from './radar-words'
import { useLateBy } from './use-late-by'
import { useOrderOf } from './use-order-of'

export type Radar = RadarQuery['dependencyRadar']
export interface RadarPartProps {
  radar: Radar
  onShowAll?: (() => void) | undefined
}

/** What is late and holds others up: the longest late on top. */
export function RadarLate({ radar, onShowAll }: RadarPartProps) {
  const words = useWords(radarWords)
  const dates = useDates()
  const lateBy = useLateBy(radar.asOf)
  const { ownerOf } = useOrderOf()
  return (
    <RadarTable
      title={words.lateTitle}
      empty={words.noLate}
      rows={radar.late}
      inAll={radar.counts.late}
      onShowAll={onShowAll}
      idOf={({ item }, at) => item.recordId ?? String(at)}
      columns={[
        {
          key: 'late',
          head: words.lateBy,
          sort: ({ item }) => item.lateDays,
          cell: ({ item }) => (
            <>
              <Flag tone="late" icon="clock">
                <b>{lateBy(item)}</b>
              </Flag>
              {item.dueOn && <p className="meta">{dates.shortDay(item.dueOn)}</p>}
            </>
          ),
          narrow: true,
        },
        {
          key: 'what',
          head: words.what,
          sort: ({ item }) => item.label,
          cell: ({ item }) => <RadarThing item={item} />,
        },
        {
          key: 'owner',
          head: words.owner,
          sort: ({ item }) => ownerOf(item),
          cell: ({ item }) => <RadarOwner item={item} />,
        },
        {
          key: 'holds',
          head: words.holdsUp,
          sort: ({ waiting }) => waiting.length,
          cell: ({ waiting }) => <RadarLinks items={waiting} />,
        },
        {
          key: 'in-all',
          head: words.inAll,
          sort: ({ waitingInAll }) => waitingInAll,
          cell: ({ waitingInAll }) => waitingInAll,
          narrow: true,
        },
      ]}
    />
  )
}
