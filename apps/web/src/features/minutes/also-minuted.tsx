import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { AgreedMeeting, Frozen } from './agreed-minutes'
import { amendmentWords } from './amendment-words'
import { DecisionCard } from './decision-card'

/** What the minutes hold beside their text: decisions taken in writing that the meeting noted, and interests declared. */
export function AlsoMinuted({ meeting, frozen }: { meeting: AgreedMeeting; frozen: Frozen }) {
  const said = useWords(amendmentWords)
  const itemTitle = (itemId: string) => meeting.agenda.find(({ id }) => id === itemId)?.title
  return (
    <>
      {frozen.noted.length > 0 && (
        <section>
          <h2>{said.noted}</h2>
          {frozen.noted.map((decision) => (
            <DecisionCard key={decision.id} decision={decision} />
          ))}
        </section>
      )}
      {frozen.declarations.length > 0 && (
        <section>
          <h2>{said.interests}</h2>
          <ul>
            {frozen.declarations.map(({ name, itemId, nature, leaves }) => (
              <li key={`${name} ${itemId}`}>
                <EnglishContent text={[name, itemTitle(itemId), nature].filter(Boolean).join(' · ')} />
                {leaves && ` (${said.leaves})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
