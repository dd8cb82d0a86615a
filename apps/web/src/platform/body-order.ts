import { type BodyKind, bodyKinds, compareWelsh, type LocalText } from '@camau/domain'
import { domainName, type GraphqlName } from './enums'

interface Ranked {
  kind: GraphqlName<BodyKind>
  name: LocalText
}

/** The advisory group, then workstreams, the Operational Group, task and finish groups: in the order the programme names them. */
export function byRank(a: Ranked, b: Ranked): number {
  const rank = ({ kind }: Ranked) => bodyKinds.indexOf(domainName(kind))
  const name = ({ name: text }: Ranked) => text.en ?? text.cy ?? ''
  // The English name decides in both languages, so that a place does not jump when the language is switched.
  return rank(a) - rank(b) || compareWelsh(name(a), name(b))
}
