import { limits } from '@camau/domain'
import { EnglishContent } from '../platform/content'
import { Field, Select } from './field'
import type { AskedOption } from './form-dialog'
import './place-items.css'
import type { Problem } from './problem-summary'

export interface PlacedItem {
  id: string
  number: number
  title: string
}

/** What was chosen for each item: the value of a place, or `dropped` with a reason. */
export type GivenPlaces = Readonly<Record<string, { to: string; reason: string }>>

/** The place of what goes nowhere. */
export const dropped = 'dropped'
const nowhere = { to: '', reason: '' }

interface PlaceWords {
  goes: string
  pick: string
  dropped: string
  dropReason: string
  place: (number: number) => string
  placeReason: (number: number) => string
}

interface PlaceItemsProps {
  words: PlaceWords
  formId: string
  items: readonly PlacedItem[]
  places: GivenPlaces
  choices: readonly AskedOption[]
  onChange: (places: GivenPlaces) => void
}

/** One line an item: what it is, where it goes, and why where it is dropped. */
export function PlaceItems({ formId, words, items, places, choices, onChange }: PlaceItemsProps) {
  const set = (id: string, part: Partial<GivenPlaces[string]>) =>
    onChange({ ...places, [id]: { ...(places[id] ?? nowhere), ...part } })
  return (
    <ul className="place-items">
      {items.map(({ id, number, title }) => {
        const { to, reason } = places[id] ?? nowhere
        return (
          <li key={id}>
            <p>
              <span className="num faint">{number}</span> <EnglishContent text={title} />
            </p>
            <Select
              id={`${formId}-${id}`}
              label={words.goes}
              value={to}
              onChange={({ target }) => set(id, { to: target.value })}
            >
              <option value="">{words.pick}</option>
              {choices.map(({ value, name, lang }) => (
                <option key={value} value={value} lang={lang}>
                  {name}
                </option>
              ))}
              <option value={dropped}>{words.dropped}</option>
            </Select>
            {to === dropped && (
              <Field
                id={`${formId}-${id}-reason`}
                label={words.dropReason}
                maxLength={limits.reason}
                value={reason}
                onChange={({ target }) => set(id, { reason: target.value })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Each item that goes nowhere yet, or is dropped without a reason. */
export function problemsOf(
  formId: string,
  items: readonly PlacedItem[],
  places: GivenPlaces,
  words: Pick<PlaceWords, 'place' | 'placeReason'>,
): Problem[] {
  return items.flatMap(({ id, number }) => {
    const { to, reason } = places[id] ?? nowhere
    if (!to) return [{ fieldId: `${formId}-${id}`, words: words.place(number) }]
    if (to !== dropped || reason.trim()) return []
    return [{ fieldId: `${formId}-${id}-reason`, words: words.placeReason(number) }]
  })
}
