import { useQuery } from '@apollo/client/react'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useRoom } from '../../platform/live'
import { useWords } from '../../platform/words'
import { LiveAction } from './live-action'
import { MinutesActionDocument } from './minutes.graphql'
import { RaisedAction } from './raised-action'
import { useRaisedHere } from './raised-here'
import { useSurroundings } from './slot'
import { words } from './words'

/** An action inside the minutes: the record as it is now, or what is known of it until there is one. */
export function ActionRefView({ node, selected, editor, getPos, deleteNode }: NodeViewProps) {
  const id = String(node.attrs.id)
  const { body } = useSurroundings()
  const said = useWords(words)
  const raised = useRaisedHere(id)
  const { data, refetch } = useQuery(MinutesActionDocument, { variables: { id }, skip: raised !== null })
  const ask = () => void refetch().catch(() => {})
  const waiting = !data && !raised
  useRoom(`body:${body.id}`, waiting ? { onChange: (change) => brings(change, id) && ask(), onLists: ask } : {})
  const putBack = (text: string) => {
    const at = getPos()
    if (at === undefined) return
    const before = editor.state.doc.resolve(at).nodeBefore
    // The line it was raised from is usually still there.
    if (before?.textContent.replace(/\s+/g, ' ').includes(text)) deleteNode()
    else
      editor.commands.insertContentAt(
        { from: at, to: at + node.nodeSize },
        { type: 'paragraph', content: [{ type: 'text', text }] },
      )
  }
  return (
    <NodeViewWrapper as="div" className={selected ? 'record-node selected' : 'record-node'}>
      {data ? (
        <LiveAction action={data.action} />
      ) : raised ? (
        <RaisedAction id={id} raised={raised} editable={editor.isEditable} onPutBack={putBack} />
      ) : (
        <div className="node s-proposed">
          <p className="quiet">{said.elsewhere}</p>
        </div>
      )}
    </NodeViewWrapper>
  )
}

/** The change that brings the action is worth asking for at once; once more with the lists, for the first question may be under way. */
function brings({ patches }: { patches: readonly { id: string }[] }, id: string): boolean {
  return patches.some((patch) => patch.id === id)
}
