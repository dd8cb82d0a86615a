import type { LocalText } from '@camau/domain'

// Standing Welsh names of the programme's own bodies, where the documents give English only.
const welsh: readonly [RegExp, string][] = [
  [/^Workstream (\d+)$/, 'Ffrwd Waith $1'],
  [/^Operational Group$/, 'Grŵp Gweithredol'],
  [/^Ministerial Advisory Group$/, 'Grŵp Cynghori’r Gweinidog'],
]

/** “Workstream 2” for “Workstream 2: Providing and commissioning …”: what people call a body, where room is short. */
export function shortName({ en, cy }: LocalText): LocalText {
  const english = en === null ? null : cut(en)
  return { en: english, cy: cy === null ? welshOf(english) : cut(cy) }
}

/** What a body's name says beyond the short one: “Providing and commissioning …”; null where it says no more. */
export function aboutBody(name: LocalText): LocalText | null {
  const more = (text: string | null) => (text && cut(text) !== text ? text.replace(/^.*?:\s/s, '') : null)
  const about = { en: more(name.en), cy: more(name.cy) }
  return about.en || about.cy ? about : null
}

function cut(name: string): string {
  return name.replace(/:\s.*$/s, '').replace(/^(Ministerial Advisory Group) on .*$/, '$1')
}

function welshOf(name: string | null): string | null {
  const known = welsh.find(([pattern]) => name !== null && pattern.test(name))
  return known && name !== null ? name.replace(...known) : null
}
