import { isUndoable } from '@camau/domain'
import { type DocumentNode, Kind } from 'graphql'
import { signal } from './signal'

/** Something this person did here that can be taken back. */
export interface LastAct {
  /** The mutationId it was given under. */
  id: string
  what: { en: string; cy: string }
}

// Nobody goes further back with one key; a longer way is the history of the record.
const mostKept = 20

/** The last at the end. They are forgotten with the page: after a reload nothing is undone by accident. */
export const lastActs = signal<readonly LastAct[]>([])
/** The one just done, until it has been shown for long enough. */
export const freshAct = signal<LastAct | null>(null)

/** Whether there was anything to take back yet, in this visit: most visits bring none. */
export const hasActed = signal(false)

/** Called with each command that was carried out; most stay done. */
export function rememberAct(document: DocumentNode, act: LastAct): void {
  if (!isUndoable(commandOf(document))) return
  lastActs.set([...lastActs.get(), act].slice(-mostKept))
  freshAct.set(act)
  hasActed.set(true)
}

export function forgetAct(id: string): void {
  lastActs.set(lastActs.get().filter((act) => act.id !== id))
  if (freshAct.get()?.id === id) freshAct.set(null)
}

/** Somebody else is here now. */
export function forgetActs(): void {
  lastActs.set([])
  freshAct.set(null)
}

/** The field a mutation asks for: `closeAction`. */
function commandOf({ definitions }: DocumentNode): string {
  const [operation] = definitions
  const [field] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : []
  return field?.kind === Kind.FIELD ? field.name.value : ''
}
