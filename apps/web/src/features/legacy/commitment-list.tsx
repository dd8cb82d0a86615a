import { Link } from 'wouter'
import { announce } from '../../platform/announce'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Flag, Status, Unset } from '../../ui/status'
import { CommitmentLife } from './commitment-life'
import { commitmentTone } from './commitment-status'
import { statusWord } from './commitments-bar'
import type { CommitmentLineFragment } from './legacy.graphql'
import { SourceLine } from './source-line'
import { legacyWords } from './words'

/** What was promised, with its state, who is responsible, the actions it led to, and the line where it stands. */
export function CommitmentList({
  number,
  commitments,
}: {
  number: number
  commitments: readonly CommitmentLineFragment[]
}) {
  const words = useWords(legacyWords)
  const dates = useDates()
  const asAt = commitments[0]?.statusAsOf
  return (
    <section>
      <div className="row spread">
        <h2>
          {words.commitmentsHead} <span className="faint num">{commitments.length}</span>
        </h2>
        {asAt && <span className="meta">{words.asAt(dates.day(asAt))}</span>}
      </div>
      <ol className="commits">
        {commitments.map((commitment, i) => (
          <li key={commitment.id} id={commitment.id}>
            <span className="num no">{commitment.place?.replace(/-0*/, '.') ?? `${number}.${i + 1}`}</span>
            <Commitment commitment={commitment} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Commitment({ commitment }: { commitment: CommitmentLineFragment }) {
  const words = useWords(legacyWords)
  const dates = useDates()
  const { text, status, responsible, responsibleBasis, actions, due, overdueSince, source } = commitment
  const { tone, taken } = commitmentTone(status)
  return (
    <div>
      <p>
        <EnglishContent text={text} />
      </p>
      <p className="meta of">
        <Status tone={tone} taken={taken}>
          {statusWord(words.status, status)}
        </Status>
        {responsible.length === 0 ? (
          <Unset>{words.notStated}</Unset>
        ) : (
          <span>
            {responsible.map(({ id, name }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Content text={name} />
              </span>
            ))}
            {responsibleBasis === 'inferred' && <span className="faint"> · {words.inferred}</span>}
          </span>
        )}
        {actions.length > 0 && (
          <span>
            {words.actions}{' '}
            {actions.map(({ id, number }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Link href={`/actions/${id}`}>{number}</Link>
              </span>
            ))}
          </span>
        )}
        {due && !overdueSince && (
          <span>
            {words.due}
            <span lang="en">{due.label}</span>
          </span>
        )}
        {overdueSince && (
          <Flag tone="late" icon="clock">
            {words.overdueSince(dates.day(overdueSince))}
          </Flag>
        )}
      </p>
      <CommitmentSource source={source} />
      <CommitmentLife commitment={commitment} />
    </div>
  )
}

function CommitmentSource({ source }: { source: CommitmentLineFragment['source'] }) {
  const words = useWords(legacyWords)
  const reference = [source.title?.en ?? source.file, source.date, source.locator].filter(Boolean).join(', ')
  const copy = async () => {
    await navigator.clipboard.writeText(reference)
    announce(words.copied)
  }
  return (
    <p className="meta row cite">
      <SourceLine source={source} />
      <Button weight="bare" small onClick={() => void copy()}>
        {words.copy}
      </Button>
    </p>
  )
}
