import type { Draft, Status, Y } from '@camau/collab'
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
  /** They are not to be sent any more; what is here still says them, and must be opened anew. */
  discardDraft(): Promise<void>
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
  const opened = withDocuments(connection, undefined, copies).openDocument(documentId)
  try {
    await opened.opened
  } catch (refusal) {
    opened.close()
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
    discardDraft: () => opened.discardDraft(),
    // Whoever types fast and goes on is ahead of the server, and whoever comes back meanwhile finds it still open.
    close: () => void opened.saved().then(opened.close, opened.close),
  }
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
