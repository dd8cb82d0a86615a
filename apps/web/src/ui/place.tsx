import { EnglishContent } from '../platform/content'
import { useWords } from '../platform/words'
import { uiWords } from './words'

/** A place in the documents: “Legacy Item 2 › Core Offer, line 442”. The number's word is ours, the rest is theirs. */
export function Place({ locator }: { locator: string }) {
  const words = useWords(uiWords)
  const [, place = locator, line] = /^(.*) · L(\d+)$/.exec(locator) ?? []
  return (
    <>
      <EnglishContent text={place} />
      {line && `, ${words.line(line)}`}
    </>
  )
}
