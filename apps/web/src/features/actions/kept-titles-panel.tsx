import { useConnection } from '../../platform/live'
import { useSignal } from '../../platform/signal'
import { KeptTitle } from './kept-title'
import { type KeptTitle as Kept, keptTitles } from './kept-titles'
import { openWords } from './live-words'
import { useShownTitle } from './use-shown-title'
import { writeTitle } from './write-title'

/** Titles of mine that could not be written. */
export function KeptTitlesPanel() {
  const { person = '' } = useConnection()
  const mine = useSignal(keptTitles).filter((kept) => kept.person === person)
  return mine.map((kept) => <Writable key={kept.actionId} kept={kept} />)
}

function Writable({ kept }: { kept: Kept }) {
  const connection = useConnection()
  const show = useShownTitle(kept.actionId)
  async function write() {
    const coming = openWords(connection, kept.actionId)
    const written = await writeTitle(coming, kept, { person: kept.person, show })
    coming.then(({ close }) => close()).catch(() => {})
    return written
  }
  return <KeptTitle kept={kept} write={write} />
}
