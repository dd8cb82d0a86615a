import { meetingKinds } from '@camau/domain'
import { byRank } from '../../platform/body-order'
import { domainName } from '../../platform/enums'
import { ContentOption } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { DateFields, noDate, readDate, type TypedDate } from '../../ui/date-fields'
import { Select } from '../../ui/field'
import { decisionWords } from './decision-words'
import { DecidingBodiesDocument } from './decisions.graphql'
import { words } from './words'

export interface DecisionFilter {
  bodyId: string
  from: TypedDate
  until: TypedDate
}

export const noFilter: DecisionFilter = { bodyId: '', from: noDate, until: noDate }

/** The filter as it is asked for; a date that is not a day yet asks nothing. */
export function asked({ bodyId, from, until }: DecisionFilter) {
  return { bodyId: bodyId || null, from: dayOf(from), until: dayOf(until) }
}

function dayOf(typed: TypedDate): string | null {
  const read = readDate(typed)
  return typeof read === 'object' ? read.iso : null
}

/** By body and by date. */
export function DecisionFilters({
  filter,
  onChange,
}: {
  filter: DecisionFilter
  onChange: (filter: DecisionFilter) => void
}) {
  const said = useWords(words)
  const more = useWords(decisionWords)
  const { data } = useRecords(DecidingBodiesDocument)
  const bodies = (data?.bodies ?? []).filter(({ kind }) => meetingKinds.includes(domainName(kind))).sort(byRank)
  return (
    <div className="row filters no-print">
      <Select
        label={said.body}
        value={filter.bodyId}
        onChange={({ target }) => onChange({ ...filter, bodyId: target.value })}
      >
        <option value="">{more.everyBody}</option>
        {bodies.map(({ id, name }) => (
          <ContentOption key={id} value={id} text={shortName(name)} />
        ))}
      </Select>
      <DateFields legend={more.from} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <DateFields legend={more.until} value={filter.until} onChange={(until) => onChange({ ...filter, until })} />
    </div>
  )
}
