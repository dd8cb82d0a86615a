import type { LocalText } from '@camau/domain'

// Standing Welsh names of the programme's own bodies, where the documents give English only.
const welsh: readonly [RegExp, string][] = [
  [/^Workstream (\d+)$/, 'Ffrwd Waith $1'],
  [/^Operational Group$/, 'Grŵp Gweithredol'],
  [/^Ministerial Advisory Group$/, 'Grŵp Cynghori’r Gweinidog'],
  [/^Residential Care Group$/, 'Grŵp Gofal Preswyl'],
  [/^Corporate Parenting Group$/, 'Grŵp Rhianta Corfforaethol'],
  [/^Performance Indicators Group$/, 'Grŵp Dangosyddion Perfformiad'],
  [/^Advocacy Group$/, 'Grŵp Eiriolaeth'],
]

// What the documents' long titles are called by those who sit in the groups.
const shorter: readonly [RegExp, string][] = [
  [/:\s.*$/s, ''],
  [/^(Ministerial Advisory Group) on .*$/, '$1'],
  [/^Children.s Residential Care Task and Finish Group$/, 'Residential Care Group'],
  [/^Children.s performance indicators Task and Finish Group$/, 'Performance Indicators Group'],
  [/^(Corporate Parenting|Advocacy) Task and Finish Group$/, '$1 Group'],
]

/** “Workstream 2” for “Workstream 2: Providing and commissioning …”: what people call a body, where room is short. */
export function shortName({ en, cy }: LocalText): LocalText {
  const english = en === null ? null : cut(en)
  return { en: english, cy: cy === null ? welshOf(english) : cut(cy) }
}

/** What a body's name says beyond the short one: “Providing and commissioning …”; null where it says no more. */
export function aboutBody(name: LocalText): LocalText | null {
  const more = (text: string | null) => (text && /:\s/.test(text) ? text.replace(/^.*?:\s/s, '') : null)
  const about = { en: more(name.en), cy: more(name.cy) }
  return about.en || about.cy ? about : null
}

function cut(name: string): string {
  return shorter.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name)
}

function welshOf(name: string | null): string | null {
  const known = welsh.find(([pattern]) => name !== null && pattern.test(name))
  return known && name !== null ? name.replace(...known) : null
}
