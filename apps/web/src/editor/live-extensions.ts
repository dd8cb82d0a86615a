import type { OpenDocument } from '@camau/collab'
import type { AnyExtension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extensions/placeholder'
import type { XmlFragment } from 'yjs'
import { drawCaret, drawSelection, forCarets } from './carets'
import { LeaveByKey } from './leave-by-key'
import { type Format, SpokenFormat } from './spoken-format'
import { keepUnknown, type UnknownContent } from './unknown-content'

/** What the editor tells the page. Read through a getter, so that another language needs no new editor. */
export interface TextEvents {
  onLeaving: () => void
  onFormat: (format: Format, on: boolean) => void
  placeholder: string
  unknown: string
}

/** What makes an editor live, beside its schema: the text shared, others' carets, and the keys every text has. */
export function liveExtensions(
  fragment: XmlFragment,
  { awareness }: OpenDocument,
  unknown: UnknownContent,
  now: () => TextEvents,
): AnyExtension[] {
  return [
    ...keepUnknown(unknown, now().unknown),
    Collaboration.configure({ fragment }),
    CollaborationCaret.configure({
      provider: { awareness: forCarets(awareness) },
      user: {},
      render: drawCaret,
      selectionRender: drawSelection,
    }),
    Placeholder.configure({ placeholder: () => now().placeholder }),
    LeaveByKey.configure({ onLeaving: () => now().onLeaving() }),
    SpokenFormat.configure({ onFormat: (format, on) => now().onFormat(format, on) }),
  ]
}
