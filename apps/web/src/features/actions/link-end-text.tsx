import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { lifeWords } from './life-words'
import type { ActionLife } from './walk-steps'

type End = ActionLife['waitsFor'][number]['dependsOn']

/** The other end of a dependency, with its body; what may not be seen is said to be there, and no more. */
export function LinkEndText({ end }: { end: End }) {
  const words = useWords(lifeWords)
  if (end.restricted) return <span className="faint">{words.restricted}</span>
  const label = (
    <>
      {end.number !== null && `${end.number} · `}
      <span lang="en">{end.label}</span>
    </>
  )
  const href = hrefOf(end)
  return (
    <>
      {href ? <Link href={href}>{label}</Link> : label}
      {end.body && (
        <span className="faint">
          {' · '}
          <Content text={shortName(end.body.name)} />
        </span>
      )}
      {end.done && <span className="faint"> · {words.done}</span>}
    </>
  )
}

const pages: Record<string, string> = { Action: '/actions/', LegacyItem: '/legacy/', Body: '/bodies/' }

function hrefOf({ type, id }: End): string | null {
  const page = pages[type]
  return page ? `${page}${id}` : null
}
