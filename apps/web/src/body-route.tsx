import { useParams } from 'wouter'
import { BodyLog } from './features/actions/body-log'
import { useExpectedActions } from './features/actions/use-action-rows'
import { BodyPage as Body } from './features/bodies/body-page'

/** A body's page and the log of its actions meet here: the two features do not know each other. */
export function BodyPage() {
  const { id } = useParams<{ id: string }>()
  useExpectedActions(id)
  return (
    <Body>
      <BodyLog />
    </Body>
  )
}
