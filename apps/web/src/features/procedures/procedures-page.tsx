import { meetingKinds, procedureState, whyNotOpenProcedure } from '@camau/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { heldProcedure, placeOf } from './held-procedure'
import { OpenProcedureDialog } from './open-procedure-dialog'
import { type ProcedureLineFragment, ProceduresDocument, VotingBodiesDocument } from './procedures.graphql'
import { useTime } from './use-time'
import { words } from './words'

/** Votes between meetings, the latest first. */
export function ProceduresPage() {
  const said = useWords(words)
  const { data, trouble, retry } = useRecords(ProceduresDocument)
  useRoom('programme', { onLists: retry })
  const all = data?.procedures ?? []
  return (
    <Page title={said.title} within={[{ name: said.decisions, href: '/decisions' }]}>
      <PageHead title={said.title} acts={<OpenButton />}>
        <p className="quiet">
          {data && said.sum(all.length)} {said.lead}
        </p>
      </PageHead>
      <div className="pad">
        {!data && (trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />)}
        {data && all.length === 0 && <EmptyState title={said.none}>{said.noneMore}</EmptyState>}
        <ul className="list">
          {all.map((procedure) => (
            <Line key={procedure.id} procedure={procedure} />
          ))}
        </ul>
      </div>
    </Page>
  )
}

function Line({ procedure }: { procedure: ProcedureLineFragment }) {
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

/** For those who prepare the meetings of some body. */
function OpenButton() {
  const said = useWords(words)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const { data } = useRecords(VotingBodiesDocument)
  const bodies = (data?.bodies ?? []).filter((body) => {
    const status = domainName(body.status)
    return meetingKinds.includes(domainName(body.kind)) && !whyNotOpenProcedure(viewer, { ...placeOf(body), status })
  })
  if (bodies.length === 0) return null
  return (
    <>
      <Button weight="go" icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {said.open}
      </Button>
      {open && <OpenProcedureDialog bodies={bodies} onClose={() => setOpen(false)} />}
    </>
  )
}
