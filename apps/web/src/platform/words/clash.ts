import { defineWords } from '../words'

/** Somebody was quicker: theirs and mine, and which to keep. */
export const clashWords = defineWords({
  en: {
    theirs: 'Theirs',
    yours: 'Yours · not sent',
    keepTheirs: 'Keep theirs',
    useMine: 'Use mine',
    noDate: 'No date',
    noOwner: 'Not stated',
  },
  cy: {
    theirs: 'Eu fersiwn nhw',
    yours: 'Eich fersiwn chi · heb ei hanfon',
    keepTheirs: 'Cadw eu fersiwn nhw',
    useMine: 'Defnyddio fy un i',
    noDate: 'Dim dyddiad',
    noOwner: 'Heb ei nodi',
  },
})
