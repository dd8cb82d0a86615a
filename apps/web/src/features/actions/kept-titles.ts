import type { RefusalCode } from '@camau/domain'
import { signal } from '../../platform/signal'

/** A title typed before its live text was here. */
export interface EarlyTitle {
  actionId: string
  /** What stood there when writing began. */
  known: string
  typed: string
}

/** One that could not be written. It stays with its writer, wherever in the product they are by then. */
export interface KeptTitle extends EarlyTitle {
  person: string
  because: RefusalCode
}

export const keptTitles = signal<readonly KeptTitle[]>([])

/** What is typed into the same title later takes the place of what was kept. */
export function keepTitle(kept: KeptTitle): void {
  keptTitles.set([...keptTitles.get().filter(({ actionId }) => actionId !== kept.actionId), kept])
}

export function letTitleGo(gone: KeptTitle): void {
  keptTitles.set(keptTitles.get().filter((kept) => kept !== gone))
}
