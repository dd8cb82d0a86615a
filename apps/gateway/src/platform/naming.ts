import type { Body, LocalText, OfficeKind } from '@camau/domain'

const offices: Record<OfficeKind, { en: string; cy: string }> = {
  chair: { en: 'Chair', cy: 'Cadeirydd' },
  'vice-chair': { en: 'Vice-Chair', cy: 'Is-gadeirydd' },
  member: { en: 'Member', cy: 'Aelod' },
  secretariat: { en: 'Secretariat', cy: 'Ysgrifenyddiaeth' },
  observer: { en: 'Observer', cy: 'Sylwedydd' },
  guest: { en: 'Guest', cy: 'Gwestai' },
  minister: { en: 'Minister', cy: 'Gweinidog' },
  official: { en: 'Official', cy: 'Swyddog' },
  'office-holder': { en: 'Office holder', cy: 'Deiliad swydd' },
  'commissioned-expert': { en: 'Commissioned expert', cy: 'Arbenigwr a gomisiynwyd' },
}

/** The office in a word. */
export const officeWord = (office: OfficeKind): { en: string; cy: string } => offices[office]

/** "Workstream 1" of "Workstream 1: Safely reducing…", "MAG" where a short form is in use, else the name. */
export function shortName({
  name,
  kind,
  alsoKnownAs,
}: Pick<Body, 'name' | 'kind'> & { alsoKnownAs: readonly string[] }): LocalText {
  if (kind === 'workstream') {
    const number = /\d+/.exec(name.en ?? '')?.[0] ?? ''
    return { en: `Workstream ${number}`, cy: `Ffrwd Waith ${number}` }
  }
  const acronym = alsoKnownAs.find((form) => /^[A-Z][A-Za-z]*[A-Z]$/.test(form) && form.length <= 5)
  return kind === 'other' || !acronym ? name : { en: acronym, cy: name.cy ?? acronym }
}

const small = new Set(['the', 'of', 'on', 'and', 'for', 'in', 'to', 'a', 'y', 'yr', 'ar', 'a’r'])

/** Two letters for a disc: an acronym as it is, "W1" for Workstream 1, "C1" for its chair, "V1" for its vice-chair. */
export function initialsOf(name: string): string {
  if (/^[A-Z]{2,4}$/.test(name)) return name
  const [office = '', ...place] = name.split(',')
  const [first = '', second = ''] = lettersOf(office)
  const [there = ''] = place.map((part) => /\d/.exec(part)?.[0] ?? lettersOf(part)[0] ?? '')
  return first + (there || second)
}

function lettersOf(name: string): string[] {
  const words = name.split(/[\s/–-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word) && !small.has(word.toLowerCase()))
  return words.map((word) => word.slice(0, 1).toUpperCase())
}
