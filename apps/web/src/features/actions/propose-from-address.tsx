import { useSearchParams } from 'wouter'
import { useViewer } from '../../platform/viewer'
import { ProposeActionDialog } from './propose-action-dialog'

/** The form for an action, opened by the address that the palette leads to: `?propose=` with what was typed there. */
export function ProposeFromAddress() {
  const [asked, setAsked] = useSearchParams()
  const viewer = useViewer()
  const about = asked.get('propose')
  if (about === null || viewer.offices.length === 0) return null
  const close = () =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now)
        next.delete('propose')
        return next
      },
      { replace: true },
    )
  return <ProposeActionDialog bodyId={null} about={about} onClose={close} />
}
