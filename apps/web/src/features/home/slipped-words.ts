import { defineWords, plural } from '../../platform/words'

export const slippedWords = defineWords({
  en: {
    title: 'What slipped, and why',
    board: 'What waits on what',
    moved: (n: number) => (n === 1 ? 'Date moved once' : n === 2 ? 'Date moved twice' : `Date moved ${n} times`),
    days: (days: number) => `${days < 0 ? '−' : '+'}${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
    lateSince: (day: string) => `Late since ${day}`,
    holdsUp: 'Holds up:',
    restricted: plural.en({ one: 'an item you may not see', other: '# items you may not see' }),
  },
  cy: {
    title: 'Beth sydd wedi llithro, a pham',
    board: 'Beth sy’n aros am beth',
    moved: plural.cy({
      zero: 'Ni symudwyd y dyddiad',
      one: 'Symudwyd y dyddiad unwaith',
      two: 'Symudwyd y dyddiad ddwywaith',
      few: 'Symudwyd y dyddiad deirgwaith',
      many: 'Symudwyd y dyddiad # gwaith',
      other: 'Symudwyd y dyddiad # gwaith',
    }),
    days: (days: number) => `${days < 0 ? '−' : '+'}${Math.abs(days)} diwrnod`,
    lateSince: (day: string) => `Hwyr ers ${day}`,
    holdsUp: 'Yn dal yn ôl:',
    restricted: plural.cy({
      zero: 'eitem na chewch ei gweld',
      one: 'eitem na chewch ei gweld',
      two: '# eitem na chewch eu gweld',
      few: '# eitem na chewch eu gweld',
      many: '# eitem na chewch eu gweld',
      other: '# eitem na chewch eu gweld',
    }),
  },
})
