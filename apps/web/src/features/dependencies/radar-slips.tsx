import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Flag, Unset } from '../../ui/status'
import { RadarLink, RadarOwner, RadarThing } from './radar-item'
import type { RadarPartProps } from './radar-late'
import { RadarTable } from './radar-table'
import { radarWords } from './radar-words'
import { useOrderOf } from './use-order-of'

/** What slips because of what, and by how many days; then what waits for something late and has no date to slip past. */
export function RadarSlips({ radar, onShowAll }: RadarPartProps) {
  const words = useWords(radarWords)
  const dates = useDates()
  const { ownerOf, labelOf } = useOrderOf()
  const { slips, counts } = radar
  return (
    <RadarTable
      title={words.slipsTitle}
      empty={words.noSlips}
      rows={slips}
      inAll={counts.slips + counts.slipsUnknown}
      onShowAll={onShowAll}
      idOf={({ item }, at) => item.recordId ?? String(at)}
      columns={[
        {
          key: 'days',
          head: words.slipsBy,
          sort: ({ days }) => days,
          cell: ({ days }) =>
            days === null ? (
              <Unset>{words.unknownDays}</Unset>
            ) : (
              <Flag tone="waiting" icon="waiting">
                <b>{words.days(days)}</b>
              </Flag>
            ),
        },
        {
          key: 'what',
          head: words.what,
          sort: ({ item }) => labelOf(item),
          cell: ({ item }) => <RadarThing item={item} />,
        },
        {
          key: 'because',
          head: words.because,
          sort: ({ becauseOf }) => labelOf(becauseOf),
          cell: ({ becauseOf }) => <RadarLink item={becauseOf} />,
        },
        {
          key: 'own',
          head: words.own,
          sort: ({ item }) => item.dueOn,
          cell: ({ item }) =>
            item.dueOn ? (
              dates.shortDay(item.dueOn)
            ) : (
              <Unset>{item.dueLabel ? <EnglishContent text={item.dueLabel} /> : words.noDate}</Unset>
            ),
        },
        {
          key: 'not-before',
          head: words.notBefore,
          sort: ({ notBefore }) => notBefore,
          cell: ({ notBefore }) => notBefore && dates.shortDay(notBefore),
        },
        {
          key: 'owner',
          head: words.owner,
          sort: ({ item }) => ownerOf(item),
          cell: ({ item }) => <RadarOwner item={item} />,
        },
      ]}
    />
  )
}
