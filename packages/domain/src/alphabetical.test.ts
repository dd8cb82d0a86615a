import { describe, expect, it } from 'vitest'
import { byName, compareWelsh } from './alphabetical.js'

// Each pair: the first sorts before the second.
const pairs: readonly (readonly [string, string])[] = [
  ['cyngor', 'chwaer'],
  ['cyngor', 'cymuned'],
  ['cynllun', 'chwarter'],
  ['dyddiad', 'ddoe'],
  ['dŵr', 'dydd'],
  ['efa', 'ffaith'],
  ['felly', 'ffaith'],
  ['agor', 'angen'],
  ['angen', 'ail'],
  ['angen', 'amod'],
  ['angen', 'anfon'],
  ['lori', 'llafur'],
  ['lleol', 'mis'],
  ['pwyllgor', 'phoenix'],
  ['rota', 'Rhagfyr'],
  ['Ruth', 'Rhaglen'],
  ['Rhian', 'sain'],
  ['tystiolaeth', 'theatr'],
  ['thema', 'uned'],
  ['cofnod', 'cofnodion'],
  ['cam', 'camau'],
  ['ty', 'tŷ'],
  ['tŷ', 'tyb'],
  ['man', 'mân'],
  ['mân', 'manylion'],
  ['hawl', 'iaith'],
  ['rhes', 'sylw'],
  ['wythnos', 'ysgol'],
  ['Bahrain', 'Bangor'],
  ['Bangor', 'Bannau'],
  ['Caerdydd', 'Caerffili'],
  ['Caerffili', 'Caergybi'],
  ['Conwy', 'Cricieth'],
  ['Cwmbrân', 'Chwilog'],
  ['parau', 'parhau'],
  ['Llanberis', 'Llangefni'],
  ['Llanelli', 'Llangefni'],
  ['Llangefni', 'Llanidloes'],
  ['Dafydd', 'dangos'],
  ['dangos', 'dannedd'],
  ['parhau', 'paru'],
  ['Keir', 'lamp'],
  ['Quentin', 'Rees'],
  ['Vaughan', 'Wyn'],
  ['Wyn', 'Ynyr'],
  ['Yr Wyddgrug', 'Ystradgynlais'],
  ['Bae Abertawe', 'Baecoed'],
  ['Ffrwd Waith 2', 'Ffrwd Waith 10'],
]

describe('Welsh alphabetical order', () => {
  it.each(pairs)('puts %s before %s', (first, second) => {
    expect(compareWelsh(first, second)).toBeLessThan(0)
    expect(compareWelsh(second, first)).toBeGreaterThan(0)
  })

  it('finds equal what is equal', () => {
    expect(compareWelsh('Caerdydd', 'Caerdydd')).toBe(0)
  })

  it('lets a grapheme joiner part two letters no list knows', () => {
    expect(compareWelsh('llan\u034fgw', 'llana')).toBeGreaterThan(0)
    expect(['ng', 'n\u034fg', 'o'].sort(compareWelsh)).toEqual(['ng', 'n\u034fg', 'o'])
  })

  it('is used on Welsh pages, and English order on English ones', () => {
    const names = ['chwarter', 'cynllun']
    expect([...names].sort(byName('cy'))).toEqual(['cynllun', 'chwarter'])
    expect([...names].sort(byName('en'))).toEqual(['chwarter', 'cynllun'])
  })
})
