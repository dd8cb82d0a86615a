import { useCommand } from './commands'
import type { Language } from './language'
import { SetLanguageDocument } from './set-language.graphql'

const what = { en: 'Your language', cy: 'Eich iaith' }

/** Keeps the chosen language on the person's account: letters and addresses without a language follow it. */
export function useKeepLanguage(): (language: Language) => void {
  const { run } = useCommand(SetLanguageDocument, { what })
  return (language) => void run({ language })
}
