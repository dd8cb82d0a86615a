import { type FormEvent, useState } from 'react'
import { announce } from '../../platform/announce'
import type { OwnerWordsFragment } from '../../platform/fragments.graphql'
import { type OwnerOption, useOwnerOptions } from '../../platform/owner-options'
import { type Refused, useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { ProblemSummary } from '../problem-summary'
import { restrictionWords } from './restriction-words'

/** Somebody whom a restriction names. */
export type Named = OwnerWordsFragment

export interface RestrictCommand {
  busy: boolean
  refused: Refused | null
  /** null lifts it. */
  run: (to: readonly OwnerOption['input'][] | null) => Promise<{ state: 'done' | 'kept' | 'refused' }>
}

interface RestrictDialogProps {
  /** Those named now, or else those who usually are. */
  proposed: readonly Named[]
  command: RestrictCommand
  onClose: () => void
}

/** Whom it is restricted to: the chairs of the body and the secretariat, unless somebody says otherwise. */
export function RestrictDialog({ proposed, command, onClose }: RestrictDialogProps) {
  const words = useWords(restrictionWords)
  const refusal = useRefusalWords()
  const options = useOwnerOptions()
  const [named, setNamed] = useState<ReadonlySet<string>>(() => new Set(proposed.map(keyOf)))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const to = options.filter(({ value }) => named.has(value)).map(({ input }) => input)
    const { state } = await command.run(to)
    if (state === 'refused') return
    announce(words.done)
    onClose()
  }
  const shown = sortedByNamed(options, proposed.map(keyOf))
  return (
    <Dialog title={words.restrict} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <ProblemSummary problems={command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []} />
        <fieldset className="restrict-names">
          <legend>{words.who}</legend>
          <p className="hint">{words.hint}</p>
          {shown.map(({ value, name }) => (
            <label key={value} className="tick-line">
              <input
                type="checkbox"
                checked={named.has(value)}
                onChange={() => setNamed((now) => toggled(now, value))}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <div className="row">
          <Button type="submit" weight="go" icon="lock" busy={command.busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** As the options are keyed. */
const keyOf = ({ body, office }: Named): string => (office ? `${body?.id}/${office}` : (body?.id ?? ''))

/** Those proposed stand first: the list of offices is long. */
function sortedByNamed(options: readonly OwnerOption[], first: readonly string[]): OwnerOption[] {
  const rank = ({ value }: OwnerOption) => (first.includes(value) ? 0 : 1)
  return [...options].sort((a, b) => rank(a) - rank(b))
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
