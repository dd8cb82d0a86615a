import { defineWords } from '../platform/words'

/** Apart from what every live text says: only who writes can ask. */
export const whoWroteWords = defineWords({
  en: {
    whoWrote: 'Who wrote this?',
    writtenBy: (names: string) => `This paragraph: ${names}`,
    writtenByNobody: 'Put the caret in a paragraph to see who wrote it.',
    former: 'a former member',
    textItself: 'the document itself',
  },
  cy: {
    whoWrote: 'Pwy ysgrifennodd hyn?',
    writtenBy: (names) => `Y paragraff hwn: ${names}`,
    writtenByNobody: 'Rhowch y cyrchwr mewn paragraff i weld pwy a’i hysgrifennodd.',
    former: 'cyn-aelod',
    textItself: 'y ddogfen ei hun',
  },
})
