import type { OpenDocument } from '@camau/collab'
import { minutesText } from '@camau/collab'
import { type AnyExtension, getSchema } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extensions/placeholder'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { ActionRefView } from './action-ref-view'
import { drawCaret, drawSelection, forCarets } from './carets'
import { DecisionRefView } from './decision-ref-view'
import { LeaveByKey } from './leave-by-key'
import { ActionRef, DecisionRef, minutesSchema } from './minutes-schema'
import { PastSections } from './past-sections'
import { type Format, SpokenFormat } from './spoken-format'
import { findUnknown, keepUnknown, type UnknownContent } from './unknown-content'

/** What the editor tells the page. Read through a getter, so that another language needs no new editor. */
export interface EditorEvents {
  onLeaving: () => void
  onFormat: (format: Format, on: boolean) => void
  onRaise: () => void
  placeholder: string
  unknown: string
}

export function editorExtensions(
  { doc, awareness }: OpenDocument,
  unknown: UnknownContent,
  now: () => EditorEvents,
): AnyExtension[] {
  return [
    ...schemaWithViews(),
    ...keepUnknown(unknown, now().unknown),
    Collaboration.configure({ fragment: minutesText(doc) }),
    CollaborationCaret.configure({
      provider: { awareness: forCarets(awareness) },
      user: {},
      render: drawCaret,
      selectionRender: drawSelection,
    }),
    Placeholder.configure({ placeholder: () => now().placeholder }),
    PastSections,
    LeaveByKey.configure({ onLeaving: () => now().onLeaving() }),
    SpokenFormat.configure({
      onFormat: (format, on) => now().onFormat(format, on),
      onRaise: () => now().onRaise(),
    }),
  ]
}

/** What a document holds that this editor was not written for. */
export function unknownIn(doc: OpenDocument['doc']): UnknownContent {
  return findUnknown(minutesText(doc), known)
}

const schema = getSchema(minutesSchema())
const known = { nodes: Object.keys(schema.nodes), marks: Object.keys(schema.marks) }

function schemaWithViews(): AnyExtension[] {
  return minutesSchema({
    actionRef: ActionRef.extend({ addNodeView: () => ReactNodeViewRenderer(ActionRefView) }),
    decisionRef: DecisionRef.extend({ addNodeView: () => ReactNodeViewRenderer(DecisionRefView) }),
  })
}
