interface ItemWords {
  title: string
  long: (most: number) => string
  minutes: (most: number) => string
}

/** An agenda item as it was meant, or what is wrong with what was typed. */
export function readItem(
  title: string,
  minutes: string,
  say: ItemWords,
  most: { title: number; agendaMinutes: number },
): { title: string; minutes: number } | { wrong: { title?: string; minutes?: string } } {
  const wrong: { title?: string; minutes?: string } = {}
  const [named, length] = [title.trim(), Number(minutes)]
  if (!named) wrong.title = say.title
  if (named.length > most.title) wrong.title = say.long(most.title)
  if (!Number.isInteger(length) || length < 1 || length > most.agendaMinutes)
    wrong.minutes = say.minutes(most.agendaMinutes)
  return Object.keys(wrong).length > 0 ? { wrong } : { title: named, minutes: length }
}
