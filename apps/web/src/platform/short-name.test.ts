import { describe, expect, it } from 'vitest'
import { aboutBody, shortName } from './short-name'

describe('the short name of a body', () => {
  it('is what people call it, in both languages', () => {
    expect(shortName({ en: 'Workstream 2: Providing and commissioning', cy: null })).toEqual({
      en: 'Workstream 2',
      cy: 'Ffrwd Waith 2',
    })
    expect(shortName({ en: 'Ministerial Advisory Group on Improving Outcomes for Children', cy: null })).toEqual({
      en: 'Ministerial Advisory Group',
      cy: 'Grŵp Cynghori’r Gweinidog',
    })
  })

  it('invents no Welsh', () => {
    expect(shortName({ en: 'Corporate Parenting Task and Finish Group', cy: null }).cy).toBeNull()
  })

  it('leaves what the body is about for the line below', () => {
    expect(aboutBody({ en: 'Workstream 2: Providing and commissioning', cy: null })).toEqual({
      en: 'Providing and commissioning',
      cy: null,
    })
    expect(aboutBody({ en: 'Operational Group', cy: null })).toBeNull()
  })
})
