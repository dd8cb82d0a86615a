import { defineWords } from '../../platform/words'

export const meWords = defineWords({
  en: {
    me: (name: string) => `${name}: you`,
    offices: 'Your offices',
    noOffice: 'You hold no office here. You can read what is public or shared with you.',
    theme: 'Light or dark',
    system: 'As the device',
    light: 'Light',
    dark: 'Dark',
    shortcuts: 'Keyboard shortcuts',
    signOut: 'Sign out',
    keptWarning: 'What is not yet sent stays on this device, for you only.',
  },
  cy: {
    me: (name) => `${name}: chi`,
    offices: 'Eich swyddi',
    noOffice: 'Nid oes gennych swydd yma. Gallwch ddarllen yr hyn sy’n gyhoeddus neu wedi’i rannu â chi.',
    theme: 'Golau neu dywyll',
    system: 'Fel y ddyfais',
    light: 'Golau',
    dark: 'Tywyll',
    shortcuts: 'Llwybrau byr bysellfwrdd',
    signOut: 'Allgofnodi',
    keptWarning: 'Mae’r hyn na anfonwyd eto yn aros ar y ddyfais hon, i chi yn unig.',
  },
})
