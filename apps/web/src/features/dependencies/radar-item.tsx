import { Link } from 'wouter'
import { Content, EnglishContent, useContent } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import type { RadarThingFragment } from './radar.graphql'
import { radarWords } from './radar-words'
import { pageOfRecord } from './record-pages'

/** A thing on the radar and the way to it; of a restricted one, only whose it is. */
export function RadarLink({ item }: { item: RadarThingFragment }) {
  const words = useWords(radarWords)
  const inWords = useContent()
  if (item.recordId === null)
    return (
      <span className="quiet">
        {item.body ? words.restrictedOf(inWords(shortName(item.body.name))) : words.restricted}
      </span>
    )
  const said = (
    <>
      {item.number !== null && <span className="num faint">{item.number} </span>}
      <EnglishContent text={item.label} />
    </>
  )
  const page = pageOfRecord(item.type, item.recordId)
  return page ? (
    <Link href={page} className="title">
      {said}
    </Link>
  ) : (
    said
  )
}

/** The same with its body below. */
export function RadarThing({ item }: { item: RadarThingFragment }) {
  return (
    <>
      <RadarLink item={item} />
      {item.body && item.body.id !== item.recordId && !item.restricted && (
        <p className="meta">
          <Content text={shortName(item.body.name)} />
        </p>
      )}
    </>
  )
}

/** The one responsible; of what is restricted, nobody is named. */
export function RadarOwner({ item }: { item: RadarThingFragment }) {
  const words = useWords(radarWords)
  if (item.restricted) return null
  return item.owner ? <Content text={item.owner.label} /> : <Unset>{words.noOwner}</Unset>
}

/** Names of several things, one under the other. */
export function RadarLinks({ items }: { items: readonly RadarThingFragment[] }) {
  return (
    <ul>
      {items.map((item, at) => (
        <li key={item.recordId ?? at}>
          <RadarLink item={item} />
        </li>
      ))}
    </ul>
  )
}
