import { type AgendaItem, agendaLength, fitting, limits, Refusal } from '@camau/domain'
import type { AgendaItemInput } from './meeting.inputs.js'

/** The agenda somebody wrote, checked: named items, whole minutes, not longer than a day's work. */
export function givenAgenda(items: readonly AgendaItemInput[]): AgendaItem[] {
  if (items.length > limits.agendaItems) throw new Refusal('too-long', { field: 'agenda', limit: limits.agendaItems })
  if (new Set(items.map(({ id }) => id)).size < items.length) throw new Refusal('malformed', { field: 'agenda' })
  const agenda = items.map(givenItem)
  if (agendaLength(agenda) > limits.agendaMinutes)
    throw new Refusal('too-long', { field: 'agendaMinutes', limit: limits.agendaMinutes })
  return agenda
}

function givenItem({ id, title, minutes }: AgendaItemInput): AgendaItem {
  const name = fitting('title', title)
  if (!name) throw new Refusal('text-needed', { field: 'agenda' })
  if (minutes < 0 || !id || id.length > 64) throw new Refusal('malformed', { field: 'agenda' })
  return { id, title: name, minutes }
}
