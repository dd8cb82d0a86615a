import { useWords } from '../../platform/words'
import type { RadarInShortQuery } from './radar.graphql'
import { RadarLink } from './radar-item'
import { radarWords } from './radar-words'
import { useLateBy } from './use-late-by'

/** The radar in words, from the same answer as its tables: what is held up, what of that is late, what slips. */
export function RadarSum({ radar }: { radar: RadarInShortQuery['dependencyRadar'] }) {
  const words = useWords(radarWords)
  const lateBy = useLateBy(radar.asOf)
  const { counts, late, slips } = radar
  const longest = late[0]?.item
  return (
    <p className="about">
      {words.heldUp(counts.heldUp, counts.blockers)}{' '}
      {counts.heldUp > 0 && (
        <>
          <b>{words.late(counts.late)}</b>{' '}
          {longest && (
            <>
              {words.longest(lateBy(longest))} <RadarLink item={longest} />{' '}
            </>
          )}
          {words.slips(counts.slips, words.days(slips[0]?.days ?? 0))} {words.slipsUnknown(counts.slipsUnknown)}
        </>
      )}
    </p>
  )
}
