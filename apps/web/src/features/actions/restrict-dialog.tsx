import { type FormEvent, useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { type OwnerOption, useOwnerOptions } from '../../platform/owner-options'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProblemSummary } from '../../ui/problem-summary'
import { RestrictActionDocument, type RestrictionOfActionFragment } from './restriction.graphql'
import { restrictionWords } from './restriction-words'

interface RestrictDialogProps {
  restriction: RestrictionOfActionFragment
  onClose: () => void
}

/** Whom it is restricted to: the chairs of the body and the secretariat, unless somebody says otherwise. */
export function RestrictDialog({ restriction, onClose }: RestrictDialogProps) {
  const words = useWords(restrictionWords)
  const refusal = useRefusalWords()
  const options = useOwnerOptions()
  const { id, restrictedTo, body } = restriction
  const [named, setNamed] = useState<ReadonlySet<string>>(
    () => new Set((restrictedTo ?? body.usualRestriction).map(keyOf)),
  )
  const command = useCommand(RestrictActionDocument, {
    what: { en: restrictionWords.en.restrict, cy: restrictionWords.cy.restrict },
  })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const to = options.filter(({ value }) => named.has(value)).map(({ input }) => input)
    const { state } = await command.run({ id, to })
    if (state === 'refused') return
    announce(words.done)
    onClose()
  }
  const shown = sortedByNamed(options, (restrictedTo ?? body.usualRestriction).map(keyOf))
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

type Named = RestrictionOfActionFragment['body']['usualRestriction'][number]

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
