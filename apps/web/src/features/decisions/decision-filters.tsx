import { meetingKinds } from '@camau/domain'
import { byRank } from '../../platform/body-order'
import { useContent } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Field, Select } from '../../ui/field'
import { decisionWords } from './decision-words'
import { DecidingBodiesDocument } from './decisions.graphql'
import { words } from './words'

export interface DecisionFilter {
  bodyId: string
  from: string
  until: string
}

export const noFilter: DecisionFilter = { bodyId: '', from: '', until: '' }

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
  const content = useContent()
  const { data } = useRecords(DecidingBodiesDocument)
  const bodies = (data?.bodies ?? []).filter(({ kind }) => meetingKinds.includes(domainName(kind))).sort(byRank)
  const day = (name: 'from' | 'until') => ({
    type: 'date',
    value: filter[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ ...filter, [name]: event.target.value }),
  })
  return (
    <div className="row filters no-print">
      <Select
        label={said.body}
        value={filter.bodyId}
        onChange={({ target }) => onChange({ ...filter, bodyId: target.value })}
      >
        <option value="">{more.everyBody}</option>
        {bodies.map(({ id, name }) => (
          <option key={id} value={id}>
            {content(shortName(name))}
          </option>
        ))}
      </Select>
      <Field label={more.from} {...day('from')} />
      <Field label={more.until} {...day('until')} />
    </div>
  )
}
