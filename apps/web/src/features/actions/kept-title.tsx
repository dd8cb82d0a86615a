import { useEffect, useState } from 'react'
import { DraftPanel } from '../../editor/draft-panel'
import { announce } from '../../platform/announce'
import { EnglishContent } from '../../platform/content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { keptTitleWords } from './kept-title-words'
import { type KeptTitle as Kept, letTitleGo } from './kept-titles'

/** A title that could not be written, and why: to copy, to try again, or to let go. */
export function KeptTitle({ kept, write }: { kept: Kept; write: () => Promise<boolean> }) {
  const words = useWords(keptTitleWords)
  const [busy, setBusy] = useState(false)
  const why = useRefusalWords()(kept.because)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try that fails is said again.
  useEffect(() => {
    if (why) announce(`${words.notTaken} ${why}`, 'assertive')
  }, [kept, words.notTaken, why])

  async function run() {
    setBusy(true)
    const written = await write()
    setBusy(false)
    if (!written) return
    letTitleGo(kept)
    announce(words.written)
  }
  return (
    <DraftPanel text={kept.typed} onDiscard={() => letTitleGo(kept)} again={{ busy, run }}>
      <p>
        {words.notTaken} {why}
      </p>
      {kept.known && (
        <p className="meta">
          {words.before} <EnglishContent text={kept.known} />
        </p>
      )}
    </DraftPanel>
  )
}
