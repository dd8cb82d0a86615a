import { meetingKinds, whyNotOpenProcedure } from '@camau/domain'
import { useState } from 'react'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { OpenProcedureDialog } from './open-procedure-dialog'
import { ProcedureItem } from './procedure-item'
import { ProceduresDocument, VotingBodiesDocument } from './procedures.graphql'
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
            <ProcedureItem key={procedure.id} procedure={procedure} />
          ))}
        </ul>
      </div>
    </Page>
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
