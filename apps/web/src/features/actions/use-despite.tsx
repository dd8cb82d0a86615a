import { limits } from '@camau/domain'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../platform/words'
import { TextArea } from '../../ui/field'
import type { LogRow } from './action-status'
import { stepWords } from './step-words'
import { WaitsText } from './waits-text'

interface Despite {
  /** What the action waits for, and room to say why it is done all the same; nothing where it waits for nothing. */
  before: ReactNode
  missing: () => string | null
  /** The reason; null where none is needed. */
  override: string | null
}

/** Finishing what still waits for something takes a reason (requirements, row 42). */
export function useDespite(row: LogRow): Despite {
  const words = useWords(stepWords)
  const [reason, setReason] = useState('')
  if (!row.blocked) return { before: null, missing: () => null, override: null }
  const text = reason.trim()
  return {
    before: (
      <>
        <p>
          <WaitsText row={row} focusable />
        </p>
        <TextArea
          label={words.despite}
          hint={words.despiteHint}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </>
    ),
    missing: () => (!text ? words.despiteNeeded : text.length > limits.reason ? words.problems['too-long'] : null),
    override: text || null,
  }
}
