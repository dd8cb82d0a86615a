import { defineWords } from '../../platform/words'

/** Apart from the rest: pages that only lead there load no more. */
export const linkWords = defineWords({
  en: { versions: 'Versions of this text' },
  cy: { versions: 'Fersiynau o’r testun hwn' },
})
