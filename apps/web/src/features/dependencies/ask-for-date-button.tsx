import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { AskForDateDocument } from './radar.graphql'
import type { Radar } from './radar-late'
import { radarWords } from './radar-words'

interface AskForDateProps {
  blocker: Radar['withoutDate'][number]
  onAsked: () => void
}

/** Asks the owner for a date; once asked, says when, for a week and until there is one. */
export function AskForDate({ blocker: { item, askedOn, mayAsk }, onAsked }: AskForDateProps) {
  const words = useWords(radarWords)
  const dates = useDates()
  const [kept, setKept] = useState(false)
  const ask = useCommand(AskForDateDocument, { what: { en: 'Ask for a date', cy: 'Gofyn am ddyddiad' } })
  const { recordId, label } = item
  const send = async (id: string) => {
    const { state } = await ask.run({ id })
    if (state === 'done') announce(words.askedNow)
    if (state === 'done') onAsked()
    setKept(state === 'kept')
  }
  return (
    <>
      {askedOn && <p className="meta">{words.asked(dates.day(askedOn))}</p>}
      {kept && <p className="meta">{words.askKept}</p>}
      {mayAsk && !kept && recordId !== null && (
        <Button small busy={ask.busy} aria-label={words.askFor(label)} onClick={() => send(recordId)}>
          {words.ask}
        </Button>
      )}
      <RefusedLine refused={ask.refused} />
    </>
  )
}
