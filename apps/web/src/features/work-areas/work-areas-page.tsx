import { type BodyPlace, whyNotProposeWorkArea } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { placeOf } from '../../platform/body-place'
import { Content, EnglishContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Register } from '../../ui/register'
import { Unset } from '../../ui/status'
import { AreaActs } from './area-acts'
import { AreaProgress, AreaStatus } from './area-cells'
import { workAreaWords } from './words'
import { WorkAreasDocument, type WorkAreasQuery } from './work-areas.graphql'

const ProposeAreaDialog = lazy(async () => ({ default: (await import('./area-dialogs')).ProposeAreaDialog }))

/** The areas of the programme, with both numbers: overall, and of the strand where there is one. */
export function WorkAreasPage() {
  const words = useWords(workAreaWords)
  const { data, trouble, retry } = useRecords(WorkAreasDocument)
  useRoom('programme', { onLists: retry })
  const advisory = data ? advisoryOf(data) : null
  return (
    <Register
      words={words.list}
      rows={data?.workAreas ?? null}
      trouble={trouble}
      onRetry={retry}
      acts={data && <ProposeArea data={data} />}
      text={({ title, progressPoints }) => [title.en, title.cy, ...progressPoints.map(({ text }) => text)].join(' ')}
      columns={[
        {
          head: words.area,
          cell: ({ number, title, strand }) => (
            <>
              <span className="num faint">{number}</span> <Content text={title} />
              <p className="meta">{strand ? <EnglishContent text={strand} /> : <Unset>{words.noStrand}</Unset>}</p>
            </>
          ),
        },
        {
          head: words.workstream,
          narrow: true,
          cell: ({ workstream }) => workstream && words.workstreamNumber(workstream.number),
        },
        { head: words.status, narrow: true, cell: (area) => <AreaStatus area={area} /> },
        {
          head: words.progress,
          cell: (area) => (
            <>
              <AreaProgress area={area} />
              <AreaActs area={area} advisory={advisory} />
            </>
          ),
        },
      ]}
    />
  )
}

/** The workstreams report to the advisory group. */
function advisoryOf({ workstreams }: WorkAreasQuery): BodyPlace | null {
  const id = workstreams.flatMap(({ body }) => body.parent?.id ?? [])[0]
  return id ? { id, kind: 'advisory-group', parentId: null } : null
}

function ProposeArea({ data }: { data: WorkAreasQuery }) {
  const words = useWords(workAreaWords)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const workstreams = data.workstreams.filter(({ body }) => whyNotProposeWorkArea(viewer, placeOf(body)) === null)
  const phases = data.phases.filter(({ status }) => status === 'OPEN')
  if (workstreams.length === 0 || phases.length === 0) return null
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.propose}
      </Button>
      <Suspense fallback={null}>
        {open && <ProposeAreaDialog workstreams={workstreams} phases={phases} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
