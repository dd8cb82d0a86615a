import { type BodyPlace, whyNotActivateWorkArea, whyNotReportOnWorkArea } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { workAreaWords } from './words'
import type { AreaOfFragment } from './work-areas.graphql'

const AddPointDialog = lazy(async () => ({ default: (await import('./area-dialogs')).AddPointDialog }))
const TakeOnDialog = lazy(async () => ({ default: (await import('./area-dialogs')).TakeOnDialog }))

/** What the person may do with one area: report progress, or take a proposed one on. */
export function AreaActs({ area, advisory }: { area: AreaOfFragment; advisory: BodyPlace | null }) {
  const words = useWords(workAreaWords)
  const viewer = useViewer()
  const [open, setOpen] = useState<'point' | 'take-on' | null>(null)
  const body = area.workstream && placeOf(area.workstream.body)
  const phase = area.phase && { status: domainName(area.phase.status) }
  const mayReport = body !== null && whyNotReportOnWorkArea(viewer, body, area, phase) === null
  const mayTakeOn = advisory !== null && whyNotActivateWorkArea(viewer, advisory, area) === null
  const act = (which: 'point' | 'take-on', name: string) => (
    <Button weight="bare" small aria-haspopup="dialog" onClick={() => setOpen(which)}>
      {name}
      <span className="hidden">: {area.number}</span>
    </Button>
  )
  return (
    <span className="no-print">
      {mayReport && act('point', words.addPoint)}
      {mayTakeOn && act('take-on', words.takeOn)}
      <Suspense fallback={null}>
        {open === 'point' && <AddPointDialog area={area} onClose={() => setOpen(null)} />}
        {open === 'take-on' && advisory && (
          <TakeOnDialog area={area} advisoryId={advisory.id} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </span>
  )
}
