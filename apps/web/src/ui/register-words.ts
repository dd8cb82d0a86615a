import { defineWords } from '../platform/words'

export const registerWords = defineWords({
  en: {
    filter: 'Filter this list',
    shown: (shown: string, all: number) => `Showing ${shown} of ${all}`,
    nothing: 'Nothing here has these words',
    nothingHelp: 'Try fewer words, or clear the filter.',
    clear: 'Clear the filter',
    failed: 'The list could not be opened',
  },
  cy: {
    filter: 'Hidlo’r rhestr hon',
    shown: (shown: string, all: number) => `Yn dangos ${shown} o ${all}`,
    nothing: 'Nid oes dim yma â’r geiriau hyn',
    nothingHelp: 'Rhowch gynnig ar lai o eiriau, neu cliriwch yr hidlydd.',
    clear: 'Clirio’r hidlydd',
    failed: 'Nid oedd modd agor y rhestr',
  },
})
