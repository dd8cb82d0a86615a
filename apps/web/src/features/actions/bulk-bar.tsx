import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import type { Refused } from '../../platform/refused'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { UndoBar } from '../../ui/undo-bar'
import { UndoActionBatchDocument } from './bulk.graphql'
import { choose, chooseNone, chosen } from './bulk-choice'
import { type BulkKind, bulkKinds } from './bulk-kinds'
import { bulkWords } from './bulk-words'
import type { LogLines } from './log-lines'

// Most people who look at a log change no row of it.
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog')).BulkDialog }))

/** What can be done to the rows that are chosen, and ten seconds to undo it as a whole. */
export function BulkBar({ lines, bodyId }: { lines: LogLines; bodyId: string | null }) {
  const words = useWords(bulkWords)
  const set = useSignal(chosen)
  const here = [...set].filter(lines.knows)
  const [asking, setAsking] = useState<BulkKind | null>(null)
  const [done, setDone] = useState<{ id: string; count: number } | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const undo = useCommand(UndoActionBatchDocument, { what: { en: bulkWords.en.undone, cy: bulkWords.cy.undone } })
  const onGone = useCallback(() => setDone(null), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log, another choice.
  useEffect(() => chooseNone, [bodyId])

  const takeBack = async (batchId: string) => {
    setDone(null)
    const result = await undo.run({ batchId })
    if (result.state === 'done') announce(words.undone)
    else if (result.state === 'refused') setFailed(words.notUndone(numbersIn(result.refused)))
  }
  return (
    <>
      {here.length > 0 && (
        <section className="bulk-bar no-print" aria-label={words.bar}>
          <b role="status">{words.chosen(here.length)}</b>
          {bulkKinds.map((kind) => (
            <Button key={kind} small aria-haspopup="dialog" onClick={() => setAsking(kind)}>
              {words[kind]}
            </Button>
          ))}
          <Button weight="bare" small onClick={() => choose(lines.rowIds)}>
            {words.all}
          </Button>
          <Button weight="bare" small onClick={chooseNone}>
            {words.clear}
          </Button>
        </section>
      )}
      {failed && (
        <p className="pad" role="alert">
          {failed}
        </p>
      )}
      <Suspense>
        {asking && (
          <BulkDialog
            kind={asking}
            ids={here}
            onClose={() => setAsking(null)}
            onDone={(batch) => {
              setFailed(null)
              setDone(batch)
              chooseNone()
            }}
          />
        )}
      </Suspense>
      {done && <UndoBar said={words.done(done.count)} onUndo={() => void takeBack(done.id)} onGone={onGone} />}
    </>
  )
}

const numbersIn = ({ details }: Refused) => (Array.isArray(details.numbers) ? details.numbers.join(', ') : '')
