import { defineWords } from '../../platform/words'
export const homeWords = defineWords({ en: { home: 'Home' }, cy: { home: 'Hafan' } })
