import { describe, expect, it } from 'vitest'
import { aboutBody, shortName } from './short-name'

describe('the short name of a body', () => {
  it.each([
    ['Workstream 2: Providing and commissioning', 'Workstream 2', 'Ffrwd Waith 2'],
    ['Ministerial Advisory Group on Improving Outcomes', 'Ministerial Advisory Group', 'Grŵp Cynghori’r Gweinidog'],
    ["Children's Residential Care Task and Finish Group", 'Residential Care Group', 'Grŵp Gofal Preswyl'],
    ['Corporate Parenting Task and Finish Group', 'Corporate Parenting Group', 'Grŵp Rhianta Corfforaethol'],
  ])('of “%s” is what people call it, in both languages', (name, en, cy) => {
    expect(shortName({ en: name, cy: null })).toEqual({ en, cy })
  })

  it('invents no Welsh, and leaves a given one alone', () => {
    expect(shortName({ en: 'The Fostering Network', cy: null })).toEqual({ en: 'The Fostering Network', cy: null })
    expect(shortName({ en: 'Welsh Parliament', cy: 'Senedd' }).cy).toBe('Senedd')
  })

  it('leaves the rest to be said below it', () => {
    expect(aboutBody({ en: 'Workstream 2: Providing care', cy: null })).toEqual({ en: 'Providing care', cy: null })
    expect(aboutBody({ en: 'Operational Group', cy: null })).toBeNull()
  })
})
