/** A short permanent reference: `A60` is action 60, `D12` decision 12, `L3` legacy item 3; anything else is a record's own id. */
export type Reference = { kind: 'Action' | 'Decision' | 'LegacyItem'; number: number } | { kind: null; id: string }

const kinds = { A: 'Action', D: 'Decision', L: 'LegacyItem' } as const

/** How people may write one: in either case, with blanks around. */
export function readReference(text: string): Reference {
  const typed = text.trim()
  const short = /^([adl])(\d{1,9})$/i.exec(typed)
  const letter = short?.[1]?.toUpperCase()
  return letter === 'A' || letter === 'D' || letter === 'L'
    ? { kind: kinds[letter], number: Number(short?.[2]) }
    : { kind: null, id: typed }
}
