import type { LocalText } from '@camau/domain'

// What people call the bodies that meet. The documents print long titles; a column of places has no room for a sentence.
const shortNames: Readonly<Record<string, LocalText>> = {
  'body-mag': { en: 'Ministerial Advisory Group', cy: 'Grŵp Cynghori’r Gweinidog' },
  'body-ws-1': { en: 'Workstream 1', cy: 'Ffrwd Waith 1' },
  'body-ws-2': { en: 'Workstream 2', cy: 'Ffrwd Waith 2' },
  'body-ws-3': { en: 'Workstream 3', cy: 'Ffrwd Waith 3' },
  'body-operational-group': { en: 'Operational Group', cy: 'Grŵp Gweithredol' },
  'body-tf-residential-care': { en: 'Residential Care Group', cy: 'Grŵp Gofal Preswyl' },
  'body-tf-corporate-parenting': { en: 'Corporate Parenting Group', cy: 'Grŵp Rhianta Corfforaethol' },
  'body-tf-performance': { en: 'Performance Group', cy: 'Grŵp Perfformiad' },
  'body-tf-advocacy': { en: 'Advocacy Group', cy: 'Grŵp Eiriolaeth' },
  'body-ioc-team': { en: 'Programme team', cy: 'Tîm y rhaglen' },
}

/** The name for columns, breadcrumbs and cells; the full name where there is no shorter one. */
export function shortName(id: string, name: LocalText): LocalText {
  return shortNames[id] ?? name
}
