import { defineWords } from '../platform/words'

export const formWords = defineWords({
  en: {
    cancel: 'Cancel',
    needed: (label: string) => `Fill in “${label}”.`,
    tooLong: (label: string, most: number) => `“${label}” is too long: ${most} characters at most.`,
    number: (label: string) => `“${label}” must be a number.`,
  },
  cy: {
    cancel: 'Canslo',
    needed: (label: string) => `Llenwch “${label}”.`,
    tooLong: (label: string, most: number) => `Mae “${label}” yn rhy hir: ${most} nod ar y mwyaf.`,
    number: (label: string) => `Rhaid i “${label}” fod yn rhif.`,
  },
})
