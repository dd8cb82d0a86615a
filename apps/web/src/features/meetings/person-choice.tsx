import { byName } from '@camau/domain'
import { useLanguage } from '../../platform/language'
import { useRecords } from '../../platform/records'
import { Select } from '../../ui/field'
import { MeetingPeopleDocument } from './meetings.graphql'

interface PersonChoiceProps {
  label: string
  /** What choosing nobody is called. */
  none: string
  value: string
  onChange: (personId: string) => void
  without?: readonly string[]
  optional?: boolean
  wrong?: string | null
  id?: string
}

/** One of the people whom the product knows; asked for when the form opens. */
export function PersonChoice({ none, value, onChange, without = [], id, ...field }: PersonChoiceProps) {
  const inOrder = byName(useLanguage())
  const people = useRecords(MeetingPeopleDocument, {}).data?.people ?? []
  const offered = people.filter((person) => !without.includes(person.id))
  return (
    <Select {...field} {...(id && { id })} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {offered
        .sort((a, b) => inOrder(a.name, b.name))
        .map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
    </Select>
  )
}
