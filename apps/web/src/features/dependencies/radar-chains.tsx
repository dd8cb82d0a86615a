import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Flag, Unset } from '../../ui/status'
import type { RadarThingFragment } from './radar.graphql'
import { RadarThing } from './radar-item'
import type { Radar } from './radar-late'
import { radarWords } from './radar-words'
import { useLateBy } from './use-late-by'

/** The longest rows of things that wait for one another: where one slip moves the most. */
export function RadarChains({ radar }: { radar: Radar }) {
  const words = useWords(radarWords)
  const { chains, counts } = radar
  return (
    <section className="radar-part">
      <h2>{words.chainsTitle}</h2>
      {chains.length === 0 && <p className="meta">{words.noChains}</p>}
      {chains.map(({ items, length }) => (
        <div className="chain" key={items.map(({ recordId }, at) => recordId ?? at).join()}>
          <ol>
            {items.map((item, at) => (
              <li key={item.recordId ?? at}>
                <RadarThing item={item} />
                <Day item={item} asOf={radar.asOf} />
              </li>
            ))}
          </ol>
          {length > items.length && <p className="meta">{words.more(length - items.length)}</p>}
        </div>
      ))}
      {counts.chains > chains.length && <p className="meta">{words.moreChains(counts.chains - chains.length)}</p>}
    </section>
  )
}

function Day({ item, asOf }: { item: RadarThingFragment; asOf: string }) {
  const words = useWords(radarWords)
  const dates = useDates()
  const lateBy = useLateBy(asOf)
  if (item.restricted) return null
  if (item.dueOn === null)
    return <Unset>{item.dueLabel ? <EnglishContent text={item.dueLabel} /> : words.noDate}</Unset>
  if (item.lateDays === 0) return <p className="meta">{dates.day(item.dueOn)}</p>
  return (
    <Flag tone="late" icon="clock">
      {words.lateBy} {lateBy(item)}
    </Flag>
  )
}
