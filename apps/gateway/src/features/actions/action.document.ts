import { actionSchema, actionWords, firstAction } from '@camau/collab'
import { limits, whyNotWriteAction } from '@camau/domain'
import type * as Y from 'yjs'
import type { LiveDocument } from '../../live/live-document.js'
import type { Project } from '../../platform/command.js'
import type { ActionStore } from './action.store.js'

/** Title and detail of an action, written live. */
export function actionDocument(actions: ActionStore, project: Project): LiveDocument {
  return {
    schema: actionSchema,
    async enter(viewer, id) {
      const because = whyNotWriteAction(viewer, await actions.get(viewer, id))
      return because ? { readOnly: true, because } : { readOnly: false }
    },
    async first(id) {
      return firstAction({ title: await actions.title(id) })
    },
    async project(id, doc, isCurrent) {
      const title = titleIn(doc)
      // While somebody types a new title it may be empty for a moment; the log keeps the last one that said something.
      if (!title || title === (await actions.title(id))) return
      await project('writeAction', isCurrent, (tx) => actions.retitle(tx, id, title))
    },
    async reduced(id, doc, tx, words) {
      await actions.retitle(tx, id, titleIn(doc) || words(await actions.title(id)), true)
    },
  }
}

const titleIn = (doc: Y.Doc) => actionWords(doc).title.slice(0, limits.title)
