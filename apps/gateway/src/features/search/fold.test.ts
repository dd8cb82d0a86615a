import { describe, expect, it } from 'vitest'
import { fit, wordsOf } from './fold.js'

const finds = (typed: string, word: string) => fit(wordsOf(typed)[0] ?? '', wordsOf(word)[0] ?? '') !== null
const pairs = (text: string, sign: string) =>
  text
    .split(/\s+/)
    .map((pair) => pair.split(sign))
    .map(([a = '', b = '']): [string, string] => [a, b])

describe('searching in Welsh', () => {
  it.each(
    pairs(
      `gam=cam cham=cam ngham=cam gamau=camau gofnodion=cofnodion chofnodion=cofnodion nghofnodion=cofnodion gyfarfod=cyfarfod
       nghyfarfod=cyfarfod benderfyniad=penderfyniad phenderfyniad=penderfyniad mhenderfyniad=penderfyniad berchennog=perchennog
       dystiolaeth=tystiolaeth thystiolaeth=tystiolaeth nhystiolaeth=tystiolaeth ddibyniaeth=dibyniaeth nibyniaeth=dibyniaeth
       ddyddiad=dyddiad fwrdd=bwrdd mwrdd=bwrdd weithred=gweithred ngweithred=gweithred waith=gwaith orchwyl=gorchwyl faes=maes
       fis=mis lywodraeth=llywodraeth lythyr=llythyr raglen=rhaglen res=rhes haelodau=aelodau hymrwymiad=ymrwymiad
       hargymhelliad=argymhelliad Gymru=Cymru Nghymru=Cymru Chymru=Cymru Gaerdydd=Caerdydd Nghaerdydd=Caerdydd Fangor=Bangor
       Mangor=Bangor Ddinbych=Dinbych Ninbych=Dinbych Bowys=Powys Mhowys=Powys Wynedd=Gwynedd Ngwynedd=Gwynedd Fôn=Môn mon=Môn
       grwp=grŵp cwn=cŵn agendau=agendâu cofnodion'r=cofnodion`,
      '=',
    ),
  )('finds %s as %s', (typed, word) => {
    expect(finds(typed, word)).toBe(true)
    expect(finds(word, typed)).toBe(true)
  })

  it.each(
    pairs(
      'cam≠mam cyfarfod≠llafar maes≠bae gwaith≠taith rhes≠lles bwrdd≠cwrdd chwarter≠cwestiwn llythyr≠rhythyr penderfyniad≠tenderfyniad',
      '≠',
    ),
  )('does not take %s for %s', (typed, word) => {
    expect(finds(typed, word)).toBe(false)
  })

  it('ranks what is written so before its radical, and both mutated last', () => {
    expect([fit('camau', 'camau'), fit('gamau', 'camau'), fit('chamau', 'gamau')]).toEqual([0, 1, 2])
  })

  it('begins with two letters, whatever hides them', () => {
    expect(fit('ca', 'gamau')).toBe(1)
    expect(fit('c', 'gamau')).toBeNull()
  })

  it('takes apart texts as people write them', () => {
    expect(wordsOf('Cofnodion’r Grŵp; Plant sy’n derbyn gofal.')).toEqual([
      'cofnodion',
      'grwp',
      'plant',
      'sy',
      'derbyn',
      'gofal',
    ])
  })
})
