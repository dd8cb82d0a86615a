import { useQuery } from '@apollo/client/react'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useRoom } from '../../platform/live'
import { useWords } from '../../platform/words'
import { DecisionCard } from './decision-card'
import { MinutesDecisionsDocument } from './minutes.graphql'
import { useSurroundings } from './slot'
import { words } from './words'

/** A decision inside the minutes, read from the meeting's record. */
export function DecisionRefView({ node, selected }: NodeViewProps) {
  const said = useWords(words)
  const { meetingId, body } = useSurroundings()
  const { data, refetch } = useQuery(MinutesDecisionsDocument, { variables: { meetingId } })
  const decision = data?.meeting.decisions.find(({ id }) => id === node.attrs.id)
  useRoom(`body:${body.id}`, decision ? {} : { onLists: () => void refetch().catch(() => {}) })
  return (
    <NodeViewWrapper as="div" className={selected ? 'record-node selected' : 'record-node'}>
      {decision ? (
        <DecisionCard decision={decision} />
      ) : (
        <div className="node s-moving">
          <p className="quiet">{said.decisionElsewhere}</p>
        </div>
      )}
    </NodeViewWrapper>
  )
}
