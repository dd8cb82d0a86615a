import { commentParts, mentionToken, type Owner } from '@camau/domain'

/** Somebody who can be mentioned, by the name people write. */
export interface Mentionable {
  name: string
  owner: Exclude<Owner, { kind: 'body' }>
}

/** What is being typed after an @, and where it begins; null when the caret is not in a mention. */
export function mentionBefore(text: string, caret: number): { from: number; typed: string } | null {
  const match = /(?:^|\s)@([^@\n]{0,40})$/.exec(text.slice(0, caret))
  if (!match) return null
  const typed = match[1] ?? ''
  return { from: caret - typed.length - 1, typed }
}

/** Those whose name holds every word typed. */
export function matching(people: readonly Mentionable[], typed: string): Mentionable[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))).slice(0, 8)
}

/** As it is sent: every name that was picked becomes its token. The longest first, for one name may begin like another. */
export function toTokens(text: string, picked: readonly Mentionable[]): string {
  const longest = [...picked].sort((a, b) => b.name.length - a.name.length)
  return longest.reduce((sent, { name, owner }) => sent.replaceAll(`@${name}`, mentionToken(owner)), text)
}

/** As people read and write it: every token becomes a name. */
export function toNames(text: string, nameOf: (owner: Owner) => string): string {
  return commentParts(text)
    .map((part) => ('words' in part ? part.words : `@${nameOf(part.mention)}`))
    .join('')
}
