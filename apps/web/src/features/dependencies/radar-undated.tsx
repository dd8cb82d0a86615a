import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import { AskForDate } from './ask-for-date-button'
import { RadarOwner, RadarThing } from './radar-item'
import type { RadarPartProps } from './radar-late'
import { RadarTable } from './radar-table'
import { radarWords } from './radar-words'
import { useOrderOf } from './use-order-of'

/** What others wait for and has no day known to the reader; its owner can be asked for one. */
export function RadarUndated({ radar, onShowAll, onAsked }: RadarPartProps & { onAsked: () => void }) {
  const words = useWords(radarWords)
  const { ownerOf, labelOf } = useOrderOf()
  return (
    <RadarTable
      title={words.undatedTitle}
      empty={words.noUndated}
      rows={radar.withoutDate}
      inAll={radar.counts.withoutDate}
      onShowAll={onShowAll}
      idOf={({ item }, at) => item.recordId ?? String(at)}
      columns={[
        {
          key: 'what',
          head: words.what,
          sort: ({ item }) => labelOf(item),
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
          sort: ({ waitingDirectly }) => waitingDirectly,
          cell: ({ waitingDirectly }) => waitingDirectly,
          narrow: true,
        },
        {
          key: 'in-all',
          head: words.inAll,
          sort: ({ waitingInAll }) => waitingInAll,
          cell: ({ waitingInAll }) => waitingInAll,
          narrow: true,
        },
        {
          key: 'date',
          head: words.date,
          sort: ({ askedOn }) => askedOn,
          cell: (blocker) => (
            <>
              {!blocker.item.restricted && <Unset>{blocker.item.dueLabel || words.noDate}</Unset>}
              <AskForDate blocker={blocker} onAsked={onAsked} />
            </>
          ),
        },
      ]}
    />
  )
}
