import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { RadarInShortDocument } from './radar.graphql'
import { RadarSum } from './radar-sum'
import { radarWords } from './radar-words'

/** On the page of the Operational Group: the radar in words, and the way to it. */
export function BodyRadar() {
  const words = useWords(radarWords)
  const { data, retry } = useRecords(RadarInShortDocument)
  useRoom('programme', { onLists: retry })
  if (!data) return null
  return (
    <section className="pad">
      <h2>{words.title}</h2>
      <RadarSum radar={data.dependencyRadar} />
      <LinkButton href="/radar">{words.openRadar}</LinkButton>
    </section>
  )
}
