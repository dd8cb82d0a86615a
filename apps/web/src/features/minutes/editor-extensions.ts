import type { OpenDocument } from '@camau/collab'
import { minutesText } from '@camau/collab'
import { type AnyExtension, getSchema } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { liveExtensions, type TextEvents } from '../../editor/live-extensions'
import { findUnknown, knownTo, type UnknownContent } from '../../editor/unknown-content'
import { ActionRefView } from './action-ref-view'
import { DecisionRefView } from './decision-ref-view'
import { ActionRef, DecisionRef, minutesSchema } from './minutes-schema'
import { PastSections } from './past-sections'
import { RaiseByKey } from './raise-by-key'

/** What the editor of minutes tells the page beside what every editor does. */
export interface MinutesEvents extends TextEvents {
  onRaise: () => void
}

export function editorExtensions(
  document: OpenDocument,
  unknown: UnknownContent,
  now: () => MinutesEvents,
): AnyExtension[] {
  return [
    ...schemaWithViews(),
    ...liveExtensions(minutesText(document.doc), document, unknown, now),
    PastSections,
    RaiseByKey.configure({ onRaise: () => now().onRaise() }),
  ]
}

/** What minutes hold that this editor was not written for. */
export function unknownIn(doc: OpenDocument['doc']): UnknownContent {
  return findUnknown(minutesText(doc), known)
}

const known = knownTo(getSchema(minutesSchema()))

function schemaWithViews(): AnyExtension[] {
  return minutesSchema({
    actionRef: ActionRef.extend({ addNodeView: () => ReactNodeViewRenderer(ActionRefView) }),
    decisionRef: DecisionRef.extend({ addNodeView: () => ReactNodeViewRenderer(DecisionRefView) }),
  })
}
