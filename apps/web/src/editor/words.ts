import { defineWords } from '../platform/words'

/** What every live text says of itself, whatever is written in it. */
export const editorWords = defineWords({
  en: {
    keys: 'Press Escape, then Tab, to leave the text.',
    left: 'Press Tab to go on. Any other key brings you back to the text.',
    toolbar: 'Writing',
    bold: 'Bold',
    italic: 'Italic',
    list: 'List',
    heading: 'Heading',
    link: 'Link a source',
    on: (what: string) => `${what} on`,
    off: (what: string) => `${what} off`,

    linkAddress: 'Address',
    linkHint: 'Begins with https://',
    linkSave: 'Link it',
    linkRemove: 'Remove the link',
    linkProblem: 'Enter an address that begins with https://',
    selectFirst: 'Select the words to link first.',

    unknown: 'Written with a newer version of Camau. It is kept; reload the page to see it.',
    draft: 'Not sent, visible only to you',
    replaced: 'Words were taken out of this text. This is what you had not sent.',
    copy: 'Copy',
    copied: 'Copied',
    discard: 'Discard',
    discarded: 'Discarded',
  },
  cy: {
    keys: 'Pwyswch Escape, yna Tab, i adael y testun.',
    left: 'Pwyswch Tab i fynd ymlaen. Bydd unrhyw fysell arall yn dod â chi yn ôl i’r testun.',
    toolbar: 'Ysgrifennu',
    bold: 'Trwm',
    italic: 'Italig',
    list: 'Rhestr',
    heading: 'Pennawd',
    link: 'Cysylltu ffynhonnell',
    on: (what) => `${what}: ymlaen`,
    off: (what) => `${what}: wedi’i ddiffodd`,

    linkAddress: 'Cyfeiriad',
    linkHint: 'Yn dechrau â https://',
    linkSave: 'Cysylltu',
    linkRemove: 'Tynnu’r ddolen',
    linkProblem: 'Nodwch gyfeiriad sy’n dechrau â https://',
    selectFirst: 'Dewiswch y geiriau i’w cysylltu yn gyntaf.',

    unknown: 'Ysgrifennwyd â fersiwn mwy newydd o Camau. Mae ar gadw; ail-lwythwch y dudalen i’w weld.',
    draft: 'Heb ei anfon, dim ond chi sy’n gweld hwn',
    replaced: 'Tynnwyd geiriau o’r testun hwn. Dyma’r hyn nad oeddech wedi’i anfon.',
    copy: 'Copïo',
    copied: 'Copïwyd',
    discard: 'Gwaredu',
    discarded: 'Gwaredwyd',
  },
})
