import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import type { BodyInLife } from './body-in-life'
import { lifeWords } from './life-words'

/** Every step of its life that was taken here. */
export function BodyLifeList({ body: { life } }: { body: BodyInLife }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  if (life.length === 0) return null
  return (
    <details className="body-about">
      <summary>{words.life}</summary>
      <ol className="list">
        {life.map(({ step, at, day, reason, by, successor }) => (
          <li key={at}>
            <b>{words.steps[step]}</b> {dates.day(day)}
            {successor && (
              <>
                {' · '}
                <Link href={`/bodies/${successor.id}`}>
                  <Content text={successor.name} />
                </Link>
              </>
            )}
            {by && <span className="meta"> {by.name}</span>}
            {reason && <p className="meta">{reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
