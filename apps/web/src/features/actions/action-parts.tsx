import { useWords } from '../../platform/words'
import { NamedAction } from './named-action'
import { OwnerText } from './owner-text'
import { passingWords } from './passing-words'
import type { ActionLife } from './walk-steps'

/** Its sub-actions and how far they have come: the progress of the whole, which nobody types over. */
export function ActionParts({ action }: { action: ActionLife }) {
  const words = useWords(passingWords)
  const { subActions, partsProgress } = action
  if (!partsProgress || subActions.length === 0) return null
  const { finished, total } = partsProgress
  const said = words.partsDone(finished, total)
  return (
    <section className="stack-s">
      <h2>{words.parts}</h2>
      <p>
        <progress value={finished} max={total} aria-label={said} /> <span className="quiet">{said}</span>
      </p>
      <ul className="list">
        {subActions.map((part) => (
          <li key={part.id}>
            <NamedAction action={part} />
            <p className="meta">
              <OwnerText owner={part.owner ?? null} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
