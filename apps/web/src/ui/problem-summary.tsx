import { useEffect, useId, useRef } from 'react'
import { useWords } from '../platform/words'
import { uiWords } from './words'

export interface Problem {
  /** Id of the field to go to; null for a problem with the whole. */
  fieldId: string | null
  words: string
}

/** What is wrong with a form, on top of it; takes the focus when it appears. */
export function ProblemSummary({ problems }: { problems: readonly Problem[] }) {
  const ref = useRef<HTMLElement>(null)
  const titleId = useId()
  const words = useWords(uiWords)
  const all = problems.map((problem) => problem.words).join('\n')
  useEffect(() => {
    if (all) ref.current?.focus()
  }, [all])
  if (problems.length === 0) return null
  return (
    <section ref={ref} className="problem" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>{words.problem}</h2>
      <ul>
        {problems.map(({ fieldId, words: said }) => (
          <li key={`${fieldId} ${said}`}>{fieldId ? <FieldLink id={fieldId}>{said}</FieldLink> : said}</li>
        ))}
      </ul>
    </section>
  )
}

function FieldLink({ id, children }: { id: string; children: string }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {children}
    </a>
  )
}
