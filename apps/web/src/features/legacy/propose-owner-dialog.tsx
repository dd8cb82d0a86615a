import { type FormEvent, useId, useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useLanguage } from '../../platform/language'
import { ContentOption } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import type { HandedName } from './held-legacy'
import { OwnerChoicesDocument, ProposeLegacyOwnerDocument } from './legacy.graphql'
import { type OwnerChoice, ownerChoices } from './owner-choices'
import { legacyWords } from './words'

/** Asks who should take it on; whoever is chosen accepts or declines. */
export function ProposeOwnerDialog({ id, name, onClose }: { id: string; name: HandedName; onClose: () => void }) {
  const words = useWords(legacyWords)
  const language = useLanguage()
  const refusalWords = useRefusalWords()
  const fieldId = useId()
  const { data } = useRecords(OwnerChoicesDocument)
  const [chosen, setChosen] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const propose = useCommand(ProposeLegacyOwnerDocument, {
    what: {
      en: `Propose an owner: ${name.en}`,
      cy: `Cynnig perchennog: ${name.cy}`,
    },
  })
  const choices = data ? ownerChoices(data.bodies) : { offices: [], people: [], bodies: [] }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const choice = Object.values(choices)
      .flat()
      .find(({ key }) => key === chosen)
    setWrong(choice ? null : words.propose.needed)
    if (!choice) return
    const { state } = await propose.run({ id, owner: choice.input })
    if (state === 'refused') return
    announce(words.done.proposed)
    onClose()
  }
  const problems = [
    ...(wrong ? [{ fieldId, words: wrong }] : []),
    ...(propose.refused ? [{ fieldId: null, words: refusalWords(propose.refused.code) }] : []),
  ]
  return (
    <Dialog title={words.propose.title} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <ProblemSummary problems={problems} />
        <p className="meta" lang={name.en === name.cy ? 'en' : undefined}>
          {name[language]}
        </p>
        <Select
          id={fieldId}
          label={words.propose.who}
          hint={words.propose.hint}
          wrong={wrong}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{words.propose.choose}</option>
          <Group name={words.propose.offices} choices={choices.offices} />
          <Group name={words.propose.people} choices={choices.people} />
          <Group name={words.propose.bodies} choices={choices.bodies} />
        </Select>
        <div className="row">
          <Button weight="go" type="submit" busy={propose.busy}>
            {words.propose.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Group({ name, choices }: { name: string; choices: readonly OwnerChoice[] }) {
  return (
    <optgroup label={name}>
      {choices.map(({ key, label }) => (
        <ContentOption key={key} value={key} text={label} />
      ))}
    </optgroup>
  )
}
