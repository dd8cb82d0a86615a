import { procedureState } from '@camau/domain'
import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { heldProcedure } from './held-procedure'
import type { ProcedureLineFragment } from './procedures.graphql'
import { useTime } from './use-time'
import { words } from './words'

/** One question put to the vote, in a list. */
export function ProcedureItem({ procedure }: { procedure: ProcedureLineFragment }) {
  const said = useWords(words)
  const dates = useDates()
  const { id, question, body, closesAt, tally } = procedure
  const state = procedureState(heldProcedure(procedure).record, useTime())
  return (
    <li>
      <Link href={`/procedures/${id}`}>
        <EnglishContent text={question} />
      </Link>
      <p className="meta">
        <Content text={shortName(body.name)} />
        {` · ${said.states[state]} · ${said.until(dates.dateTime(closesAt))} · `}
        {said.counts(tally.for, tally.against, tally.abstained)}
      </p>
    </li>
  )
}
