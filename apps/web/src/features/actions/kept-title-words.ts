import { defineWords } from '../../platform/words'

export const keptTitleWords = defineWords({
  en: {
    notTaken: 'The title you typed for an action could not be saved.',
    before: 'The title before that:',
    written: 'The title is written.',
  },
  cy: {
    notTaken: 'Nid oedd modd cadw’r teitl a deipiwyd gennych ar gyfer cam gweithredu.',
    before: 'Y teitl cyn hynny:',
    written: 'Ysgrifennwyd y teitl.',
  },
})
