import { useWords } from '../../platform/words'
import { CourseLines, SetCourseButton } from './course-part'
import { commitmentName } from './held-legacy'
import { AddUpdateButton, LaterUpdates } from './later-updates'
import type { CommitmentLineFragment } from './legacy.graphql'
import { OwnerAsk } from './owner-ask'
import { LedgerLines, LedgerSteps } from './owner-ledger'
import { OwnerOrNone } from './owner-or-none'
import { ProposeOwnerButton } from './propose-owner-button'
import { legacyWords } from './words'

interface CommitmentLifeProps {
  commitment: CommitmentLineFragment
  /** Outside the seven nobody else answers for it: an owner may be proposed from the first. */
  outside?: boolean
}

/** What came of a promise since: who answers for it, what later documents say, what was decided, and the steps one may take. */
export function CommitmentLife({ commitment, outside = false }: CommitmentLifeProps) {
  const { text, ledger, laterUpdates, courses } = commitment
  const name = commitmentName(commitment)
  return (
    <div className="commitment-life">
      <OwnerAsk item={commitment} name={name} />
      <LaterUpdates updates={laterUpdates} />
      <CourseLines decided={courses} />
      {ledger.length > 0 && <Owner commitment={commitment} />}
      <p className="row no-print acts">
        {outside && ledger.length === 0 && <ProposeOwnerButton item={commitment} name={name} />}
        <LedgerSteps item={commitment} name={name} />
        <SetCourseButton handed={commitment} name={text} />
        <AddUpdateButton handed={commitment} name={text} />
      </p>
    </div>
  )
}

/** Its own owner, once somebody was asked: until then the owner of its item answers for it, or nobody. */
function Owner({ commitment }: { commitment: CommitmentLineFragment }) {
  const words = useWords(legacyWords)
  const { ledger, proposal } = commitment
  return (
    <>
      <OwnerOrNone item={commitment} name={commitmentName(commitment)} />
      <details>
        <summary className="meta">
          {words.ledgerOf} <span className="num faint">{ledger.length}</span>
        </summary>
        <ol className="ledger">
          <LedgerLines lines={ledger} waitingId={proposal?.id} />
        </ol>
      </details>
    </>
  )
}
