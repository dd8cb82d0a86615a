/** The languages a letter may be written in; null where it is not known (requirements, rows 76 and 68). */
export const letterLanguages = ['en', 'cy'] as const
export type LetterLanguage = (typeof letterLanguages)[number]
