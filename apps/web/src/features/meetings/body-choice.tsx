import { byName } from '@camau/domain'
import { useContent } from '../../platform/content'
import { useLanguage } from '../../platform/language'
import { ContentOption } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { Select } from '../../ui/field'
import type { MeetingLineFragment } from './meetings.graphql'
import { words } from './words'

interface BodyChoiceProps {
  meetings: readonly MeetingLineFragment[]
  value: string
  onChange: (bodyId: string) => void
}

/** Shows the meetings of one body only. Offers the bodies that have met or will. */
export function BodyChoice({ meetings, value, onChange }: BodyChoiceProps) {
  const said = useWords(words)
  const content = useContent()
  const inOrder = byName(useLanguage())
  const bodies = new Map(meetings.map(({ body }) => [body.id, body.name]))
  if (bodies.size < 2) return null
  return (
    <div className="body-choice">
      <Select label={said.showBody} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{said.allBodies}</option>
        {[...bodies]
          .sort(([, a], [, b]) => inOrder(content(a), content(b)))
          .map(([id, name]) => (
            <ContentOption key={id} value={id} text={name} />
          ))}
      </Select>
    </div>
  )
}
