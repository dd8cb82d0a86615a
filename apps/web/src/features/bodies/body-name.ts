import type { LocalText } from '@camau/domain'

/** A workstream's name is a short name and what it is about: `Workstream 2`, `Providing and commissioning…`. */
export function splitName({ en, cy }: LocalText): { name: LocalText; about: LocalText } {
  const [english, welsh] = [split(en), split(cy)]
  return { name: { en: english.name, cy: welsh.name }, about: { en: english.about, cy: welsh.about } }
}

function split(text: string | null): { name: string | null; about: string | null } {
  const at = text?.indexOf(': ') ?? -1
  return text && at > 0 ? { name: text.slice(0, at), about: text.slice(at + 2) } : { name: text, about: null }
}
