import { useState } from 'react'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { versionOf } from './clashes'
import { ownerOf } from './held-action'
import { type OwnerOption, optionFor } from './owner-options'
import { OwnerPicker } from './owner-picker'
import { noteRefusal } from './refused-cells'
import { stepWords } from './step-words'
import { useAssignAction } from './use-assign-action'
import { useOwnerOptions } from './use-owner-options'

/** The owner, chosen in the cell. */
export function OwnerEditor({ row, onLeave }: { row: LogRow; onLeave: () => void }) {
  const words = useWords(stepWords)
  const options = useOwnerOptions()
  const { run } = useAssignAction(row, options, true)
  const [basedOn] = useState(() => versionOf(row, 'owner'))
  const current = optionFor(options, ownerOf(row))
  const pick = async (option: OwnerOption) => {
    if (option.key === current?.key) return onLeave()
    noteRefusal(row.id, null)
    // The cell shows the new owner at once; a no comes back to it in words.
    const answer = run(option, basedOn)
    onLeave()
    const result = await answer
    if (result.state === 'refused' && result.refused.code !== 'changed-since')
      noteRefusal(row.id, { cell: 'owner', code: result.refused.code })
  }
  return (
    <OwnerPicker
      focusNow
      options={options}
      value={current}
      label={words.editOwner(row.number)}
      onLeave={onLeave}
      onPick={(option) => void pick(option)}
    />
  )
}
