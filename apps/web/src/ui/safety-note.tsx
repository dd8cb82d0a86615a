import type { LocalText } from '@camau/domain'
import { Content } from '../platform/content'
import { useWords } from '../platform/words'
import { uiWords } from './words'

/** Stands beside every figure of a reduction, on the page and in print. */
export function SafetyNote({ note }: { note: LocalText | null }) {
  const words = useWords(uiWords)
  if (!note) return null
  return (
    <p className="meta safety-note">
      <b>{words.safety}:</b> <Content text={note} />
    </p>
  )
}
