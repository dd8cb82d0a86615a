import { describe, expect, it } from 'vitest'
import { words } from './words'

describe('the words of the minutes', () => {
  it('count actions as Welsh counts them', () => {
    const said = [0, 1, 2, 3, 4, 6, 7].map((n) => words.cy.actions(n))
    expect(said).toEqual([
      '0 cam gweithredu',
      '1 cam gweithredu',
      '2 gam gweithredu',
      '3 cham gweithredu',
      '4 cam gweithredu',
      '6 cham gweithredu',
      '7 cam gweithredu',
    ])
  })

  it('never stand a name where Welsh would mutate it', () => {
    expect(words.cy.minutesOf('Ffrwd Waith 2')).toBe('Cofnodion: Ffrwd Waith 2')
    expect(words.cy.circulatedBy('Cadeirydd')).toBe('Dosbarthwyd gan: Cadeirydd.')
  })
})
