import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { fundingWords } from './funding-words'
import type { FundingLinesQuery } from './registers.graphql'

type Step = FundingLinesQuery['funding'][number]['trace'][number]

const address = ({ kind, id }: Step) =>
  ({ WORK_AREA: '/work-areas', ACTION: `/actions/${id}`, MEASURE: `/measures/${id}` })[kind]

/** Where the money went: work areas, actions and indicators, each with how many steps away it is. */
export function FundingTrace({ trace }: { trace: readonly Step[] }) {
  const words = useWords(fundingWords)
  if (trace.length === 0) return null
  return (
    <details>
      <summary>{words.leads(trace.length)}</summary>
      <ul>
        {trace.map((step) => (
          <li key={step.id}>
            {words.kinds[step.kind]}:{' '}
            <Link href={address(step)}>
              <EnglishContent text={step.title} />
            </Link>{' '}
            <span className="meta">{words.steps(step.steps)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
