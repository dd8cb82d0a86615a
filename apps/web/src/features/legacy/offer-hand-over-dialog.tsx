import { limits, whyNotProposeOwner } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { type Named, useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, Select, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { OfferHandOverDocument, PackChoicesDocument, type PackChoicesQuery } from './hand-over.graphql'
import { handOverWords } from './hand-over-words'
import { heldLegacy } from './held-legacy'

const blank = { name: '', note: '', from: '', to: '' }
type Needed = 'name' | 'from' | 'to' | 'items'

/** Puts items, commitments and documents together and offers them to a body at work. */
export function OfferHandOverDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(handOverWords).offer
  const refusal = useRefusalWords()
  const formId = useId()
  const [, go] = useLocation()
  const { data } = useRecords(PackChoicesDocument)
  const [draft, setDraft] = useState(blank)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [documents, setDocuments] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<readonly Needed[]>([])
  const what = { en: handOverWords.en.offer.title, cy: handOverWords.cy.offer.title }
  const command = useCommand(OfferHandOverDocument, { what, patient: true })
  const choices = useChoices(data)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = (['name', 'from', 'to'] as const).filter((name) => !draft[name].trim())
    const found: Needed[] = chosen.length > 0 ? wrong : [...wrong, 'items']
    setMissing(found)
    if (found.length > 0 || command.busy) return
    const id = newId()
    const { name: title, note, from: fromBodyId, to: toBodyId } = draft
    const given = { id, title, note: note || null, fromBodyId, toBodyId, recordIds: [...chosen] }
    const { state } = await command.run({ ...given, publicationIds: [...documents] })
    if (state === 'refused') return
    announce(words.done)
    onClose()
    if (state === 'done') go(`/legacy/hand-over/${id}`)
  }
  const field = (name: keyof typeof draft) => ({
    id: `${formId}-${name}`,
    label: words[name],
    value: draft[name],
    wrong: name !== 'note' && missing.includes(name) ? words.needed[name] : null,
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [name]: target.value }),
  })
  const problems = [
    ...missing.map((name) => ({ fieldId: `${formId}-${name}`, words: words.needed[name] })),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void send(event)}>
        <ProblemSummary problems={problems} />
        <Field {...field('name')} maxLength={limits.title} />
        <BodyChoice {...field('from')} bodies={choices.bodies} />
        <BodyChoice {...field('to')} bodies={choices.bodies} />
        <Ticks
          id={`${formId}-items`}
          legend={words.items}
          options={choices.items}
          value={chosen}
          onChange={setChosen}
        />
        <Ticks legend={words.documents} options={choices.documents} value={documents} onChange={setDocuments} />
        <TextArea {...field('note')} optional />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Option extends Named {
  id: string
}

/** What this person may offer now, the documents, and the bodies at work. */
function useChoices(data: PackChoicesQuery | null): Record<'items' | 'documents' | 'bodies', Option[]> {
  const named = useNamed()
  const viewer = useViewer()
  const { legacyItems = [], commitments = [], bodies = [], publications = [] } = data ?? {}
  const items = legacyItems
    .filter((item) => !whyNotProposeOwner(viewer, heldLegacy(item)))
    .map(({ id, number, title }) => ({ id, ...named(title, `${number} · `) }))
  const promised = commitments
    .filter((one) => !whyNotProposeOwner(viewer, heldLegacy(one)))
    .map(({ id, text }) => ({ id, ...named(text) }))
  return {
    items: [...items, ...promised],
    documents: publications.map(({ id, title }) => ({ id, ...named(title) })),
    bodies: bodies
      .filter(({ status }) => status === 'ACTIVE')
      .map(({ id, name }) => ({ id, ...named(shortName(name)) })),
  }
}

interface BodyChoiceProps {
  id: string
  label: string
  value: string
  wrong: string | null
  onChange: (event: { target: { value: string } }) => void
  bodies: readonly Option[]
}

function BodyChoice({ bodies, ...field }: BodyChoiceProps) {
  const words = useWords(handOverWords).offer
  return (
    <Select {...field}>
      <option value="">{words.choose}</option>
      {bodies.map(({ id, name, lang }) => (
        <option key={id} value={id} lang={lang}>
          {name}
        </option>
      ))}
    </Select>
  )
}

interface TicksProps {
  id?: string
  legend: string
  options: readonly Option[]
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}

function Ticks({ id, legend, options, value, onChange }: TicksProps) {
  return (
    <fieldset className="field pack-ticks" id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      <div className="pack-options">
        {options.map((option) => (
          <label key={option.id} className="tick-line">
            <input
              type="checkbox"
              checked={value.includes(option.id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, option.id] : value.filter((other) => other !== option.id))
              }
            />
            <span lang={option.lang}>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
