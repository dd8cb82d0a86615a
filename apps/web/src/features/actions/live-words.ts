import type { Draft, OpenDocument, Status, Y } from '@camau/collab'
import type { RecordsConnection } from '@camau/collab/records'
import type { DocumentId } from '@camau/protocol'
import { textCopies } from '../../platform/device/texts'
import { paragraphText, writeParagraphs } from './live-paragraphs'
import { editBetween } from './text-edit'

/** A live text as a text field needs it. */
export interface LiveText {
  text(): string
  /** The whole text after an edit in the field, and where its caret stands. */
  write(next: string, caret: number): void
  /** Called after other people's edits. */
  onRemote(listener: () => void): () => void
}

/** The words of one action, opened for writing together. */
export interface LiveWords {
  title: LiveText
  detail: LiveText
  status: { get(): Status; subscribe(listener: () => void): () => void }
  readOnly(): boolean
  draft(): Draft | null
  close(): void
}

/** Fetches the document engine ahead of its use, so that a title can be taken up at once, and also once the line is gone. */
export function expectWords(): void {
  import('@camau/collab').catch(() => {
    // Offline already: the attempt to write says so.
  })
}

/** Opens an action's words. Loads the document engine, which no page needs before somebody reads or writes them. */
export async function openWords(connection: RecordsConnection, actionId: string): Promise<LiveWords> {
  const { actionDetail, actionTitle, withDocuments, Y: yjs } = await import('@camau/collab')
  const documentId: DocumentId = `action:${actionId}`
  const copies = textCopies(connection.person)
  const { opened, leave } = share(connection, documentId, () =>
    withDocuments(connection, undefined, copies).openDocument(documentId),
  )
  try {
    await opened.opened
  } catch (refusal) {
    leave()
    throw refusal
  }
  const title = actionTitle(opened.doc)
  const detail = actionDetail(opened.doc)
  return {
    title: {
      text: () => title.toString(),
      write: (next, caret) => opened.doc.transact(() => writeLine(title, next, caret)),
      onRemote: (listener) => watch(title, listener),
    },
    detail: {
      text: () => paragraphText(detail),
      write: (next, caret) => opened.doc.transact(() => writeParagraphs(yjs, detail, next, caret)),
      onRemote: (listener) => watch(detail, listener),
    },
    status: opened.status,
    readOnly: () => opened.readOnly,
    draft: () => opened.draft,
    close: leave,
  }
}

interface Shared {
  opened: OpenDocument
  users: number
}

const sharedOn = new WeakMap<RecordsConnection, Map<DocumentId, Shared>>()

/**
 * One opening of a text for everybody on the page who needs it. It is closed once nobody does and every letter has arrived:
 * whoever types fast and goes on is ahead of the server, and whoever comes back meanwhile finds it still open.
 */
function share(connection: RecordsConnection, id: DocumentId, open: () => OpenDocument) {
  const all = sharedOn.get(connection) ?? new Map<DocumentId, Shared>()
  sharedOn.set(connection, all)
  const shared = all.get(id) ?? { opened: open(), users: 0 }
  all.set(id, shared)
  shared.users += 1
  let left = false
  const closeUnused = () => {
    if (shared.users > 0 || all.get(id) !== shared) return
    all.delete(id)
    shared.opened.close()
  }
  const leave = () => {
    if (left) return
    left = true
    shared.users -= 1
    if (shared.users === 0) shared.opened.saved().then(closeUnused, closeUnused)
  }
  return { opened: shared.opened, leave }
}

function writeLine(text: Y.Text, next: string, caret: number): void {
  const edit = editBetween(text.toString(), next, caret)
  if (!edit) return
  if (edit.remove) text.delete(edit.at, edit.remove)
  if (edit.insert) text.insert(edit.at, edit.insert)
}

function watch(type: Y.Text | Y.XmlFragment, listener: () => void): () => void {
  const observer = (_: unknown, transaction: Y.Transaction) => {
    if (!transaction.local) listener()
  }
  type.observeDeep(observer)
  return () => type.unobserveDeep(observer)
}
