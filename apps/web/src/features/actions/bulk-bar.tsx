import { limits } from '@camau/domain'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { choose, chooseNone, chosen } from './bulk-choice'
import { type BulkKind, bulkKinds } from './bulk-kinds'
import { bulkWords } from './bulk-words'
import type { LogLines } from './log-lines'

// Most people who look at a log change no row of it.
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog')).BulkDialog }))

interface BulkBarProps {
  lines: LogLines
  bodyId: string | null
  /** Only a part of the log is in the browser: no more than that can be chosen with one press. */
  long: boolean
}

/** What can be done to the rows that are chosen; one undo takes it back as a whole. */
export function BulkBar({ lines, bodyId, long }: BulkBarProps) {
  const words = useWords(bulkWords)
  const set = useSignal(chosen)
  const here = [...set].filter(lines.knows)
  const [asking, setAsking] = useState<BulkKind | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log, another choice.
  useEffect(() => chooseNone, [bodyId])

  return (
    <>
      {here.length > 0 && (
        <section className="bulk-bar no-print" aria-label={words.bar}>
          <b role="status">{words.chosen(here.length)}</b>
          {here.length > limits.changedAtOnce ? (
            <span>{words.tooMany(limits.changedAtOnce)}</span>
          ) : (
            bulkKinds.map((kind) => (
              <Button key={kind} small aria-haspopup="dialog" onClick={() => setAsking(kind)}>
                {words[kind]}
              </Button>
            ))
          )}
          <Button weight="bare" small onClick={() => choose(lines.rowIds)}>
            {long ? words.allLoaded(lines.rowIds.length) : words.all}
          </Button>
          <Button weight="bare" small onClick={chooseNone}>
            {words.clear}
          </Button>
        </section>
      )}
      <Suspense>
        {asking && <BulkDialog kind={asking} ids={here} onClose={() => setAsking(null)} onDone={chooseNone} />}
      </Suspense>
    </>
  )
}
