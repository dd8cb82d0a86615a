import { useQuery } from '@apollo/client/react'
import { useParams } from 'wouter'
import { placeOf } from '../../platform/body-place'
import { useWords } from '../../platform/words'
import { ActionLog } from './action-log'
import { LogBodyDocument } from './actions.graphql.js'
import { ProposeActionButton } from './propose-action-button'
import { logWords } from './words'

/** The action log of the body in the address: a part of the body's page. */
export function BodyLog() {
  const words = useWords(logWords)
  const { id } = useParams<{ id: string }>()
  const { data } = useQuery(LogBodyDocument, { variables: { id } })
  const body = data && placeOf(data.body)
  // A body that is only proposed, or closed, takes no work.
  const propose = body && data.body.status === 'ACTIVE' && <ProposeActionButton body={body} />
  return (
    <ActionLog
      key={id}
      bodyId={id}
      act={propose}
      head={(tools) => (
        <div className="pad head">
          <div className="row spread">
            <h2 id="log">{words.actionLog}</h2>
            <div className="row no-print">
              {tools}
              {propose}
            </div>
          </div>
        </div>
      )}
    />
  )
}
