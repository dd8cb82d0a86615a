import { Refusal } from '@camau/domain'
import { bringTyped } from './bring-typed'
import { type EarlyTitle, keepTitle } from './kept-titles'
import type { LiveWords } from './live-words'

interface WriteTitleNeeds {
  person: string
  show: (title: string) => void
}

/** Writes what was typed early once its text is here. Where that is refused, the words stay with whoever typed them: `false`. */
export async function writeTitle(
  coming: Promise<LiveWords>,
  early: EarlyTitle,
  { person, show }: WriteTitleNeeds,
): Promise<boolean> {
  try {
    const live = await coming
    if (live.readOnly()) throw new Refusal('not-permitted')
    show(bringTyped(live.title, early.known, early.typed))
    return true
  } catch (error) {
    keepTitle({ ...early, person, because: error instanceof Refusal ? error.code : 'internal' })
    return false
  }
}
