import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import { NeedsOwnerDocument, type NeedsOwnerQuery } from './hand-over.graphql'
import { handOverWords } from './hand-over-words'

type Needing = NeedsOwnerQuery['legacyNeedingOwner'][number]

/** Inherited work that nobody can answer for now, and why: nothing is silently without an owner. */
export function NeedsOwner() {
  const words = useWords(handOverWords)
  const { data, retry } = useRecords(NeedsOwnerDocument)
  useRoom('programme', { onLists: retry })
  const needing = data?.legacyNeedingOwner ?? []
  return (
    <section className="pad outside">
      <p>
        <Link href="/legacy/hand-over">{words.title}</Link>
      </p>
      {needing.length > 0 && (
        <details>
          <summary>
            {words.need.title} <span className="faint num">{needing.length}</span>
          </summary>
          <p className="meta">{words.need.more}</p>
          <ul>
            {needing.map((one) => (
              <li key={one.id}>
                <NeedingName one={one} />
                {one.ownerNeed && (
                  <Flag tone="attention" icon="attention">
                    {words.need[one.ownerNeed]}
                  </Flag>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function NeedingName({ one }: { one: Needing }) {
  if (one.__typename === 'LegacyItem')
    return (
      <Link href={`/legacy/${one.id}`}>
        <span className="num">{one.number}</span> · <Content text={one.title} />
      </Link>
    )
  return (
    <Link href={one.legacyItem ? `/legacy/${one.legacyItem.id}#${one.id}` : `/legacy#${one.id}`}>
      <EnglishContent text={one.text} />
    </Link>
  )
}
