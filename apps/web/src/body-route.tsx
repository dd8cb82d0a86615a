import { BodyLog } from './features/actions/body-log'
import { BodyPage as Body } from './features/bodies/body-page'

/** A body's page and the log of its actions meet here: the two features do not know each other. */
export function BodyPage() {
  return (
    <Body>
      <BodyLog />
    </Body>
  )
}
