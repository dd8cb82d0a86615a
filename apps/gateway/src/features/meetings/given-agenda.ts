import { type AgendaItem, agendaItem, agendaLength, fitting, type ItemWords, limits, Refusal } from '@camau/domain'
import type { AgendaItemInput, ItemWordsInput } from './agenda-item.js'

/** The agenda somebody wrote, checked. What an item is beyond its words (unfinished, carried over) stays as it was. */
export function givenAgenda(items: readonly AgendaItemInput[], before: readonly AgendaItem[] = []): AgendaItem[] {
  if (new Set(items.map(({ id }) => id)).size < items.length) throw new Refusal('malformed', { field: 'agenda' })
  const agenda = items.map((given) => {
    if (!given.id || given.id.length > 64) throw new Refusal('malformed', { field: 'agenda' })
    const known = before.find(({ id }) => id === given.id)
    const words = givenWords(given, known)
    return known ? { ...known, ...words } : agendaItem(given.id, words)
  })
  checkLength(agenda)
  return agenda
}

/** Not more items, and not longer, than a day's work. */
export function checkLength(items: readonly ItemWords[]): void {
  if (items.length > limits.agendaItems) throw new Refusal('too-long', { field: 'agenda', limit: limits.agendaItems })
  if (agendaLength(items) > limits.agendaMinutes)
    throw new Refusal('too-long', { field: 'agendaMinutes', limit: limits.agendaMinutes })
}

/** Named, whole minutes; heading and presenter as they were unless they are said. */
export function givenWords({ title, minutes, section, presenter }: ItemWordsInput, known?: ItemWords): ItemWords {
  const name = fitting('title', title)
  if (!name) throw new Refusal('text-needed', { field: 'agenda' })
  if (minutes < 0) throw new Refusal('malformed', { field: 'agenda' })
  return {
    title: name,
    minutes,
    section: section === undefined ? (known?.section ?? null) : fitting('section', section) || null,
    presenter: presenter === undefined ? (known?.presenter ?? null) : fitting('presenter', presenter) || null,
  }
}
