import { defineWords, plural } from '../../platform/words'

/** Apart from the inbox itself: these are on every page. */
export const bellWords = defineWords({
  en: {
    inbox: 'Inbox',
    unread: plural.en({ one: '# unread', other: '# unread' }),
  },
  cy: {
    inbox: 'Mewnflwch',
    unread: plural.cy({
      zero: '# heb eu darllen',
      one: '# heb ei ddarllen',
      two: '# heb eu darllen',
      few: '# heb eu darllen',
      many: '# heb eu darllen',
      other: '# heb eu darllen',
    }),
  },
})
