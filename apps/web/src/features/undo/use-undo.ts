import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useDates } from '../../platform/dates'
import { useLanguage } from '../../platform/language'
import { forgetAct, lastActs } from '../../platform/last-acts'
import { type Refused, useRefusalWords } from '../../platform/refused'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { UndoActDocument } from './undo.graphql'
import { undoWords } from './words'

/** Takes back the last act, and says what became of that; each further time the one before it. */
export function useUndo() {
  const words = useWords(undoWords)
  const language = useLanguage()
  const why = useWhyNot()
  const last = useSignal(lastActs).at(-1) ?? null
  const [said, setSaid] = useState<string | null>(null)
  const { run, busy } = useCommand(UndoActDocument, {
    what: { en: `${undoWords.en.undo}: ${last?.what.en}`, cy: `${undoWords.cy.undo}: ${last?.what.cy}` },
  })
  const say = (text: string, loudness?: 'assertive') => {
    setSaid(text)
    announce(text, loudness)
  }
  const undo = async () => {
    if (busy) return
    if (!last) return say(words.nothing)
    const result = await run({ actId: last.id })
    const what = last.what[language]
    // Whatever the answer is, asking again would bring the same: the next one is the act before.
    forgetAct(last.id)
    if (result.state === 'refused') say(words.notUndone(why(result.refused)), 'assertive')
    else say(result.state === 'done' ? words.undone(what) : words.kept(what))
  }
  return { said, undo, busy, clear: () => setSaid(null) }
}

/** Who came between, and when, where the server says so; else the words of the refusal. */
function useWhyNot(): (refused: Refused) => string {
  const words = useWords(undoWords)
  const dates = useDates()
  const refusal = useRefusalWords()
  return ({ code, details: { by, at, numbers } }) => {
    const name = typeof by === 'object' && by !== null && 'name' in by ? String(by.name) : ''
    const rows = Array.isArray(numbers) && numbers.length > 0 ? words.rows(numbers.join(', ')) : ''
    const who = name && typeof at === 'string' ? words.changedBy(name, dates.dateTime(at)) : refusal(code)
    return [who, rows].join(' ').trim()
  }
}
