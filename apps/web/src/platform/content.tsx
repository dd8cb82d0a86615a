import type { LocalText } from '@camau/domain'
import { otherLanguage, useLanguage } from './language'

/** Text of a record in the page's language; where that is missing, in the other one and marked as such. */
export function Content({ text }: { text: LocalText }) {
  const language = useLanguage()
  const own = text[language]
  if (own) return own
  const other = otherLanguage[language]
  return text[other] ? <span lang={other}>{text[other]}</span> : null
}

/** For content the documents give in English only, such as an action's title. */
export function EnglishContent({ text }: { text: string }) {
  return useLanguage() === 'en' ? text : <span lang="en">{text}</span>
}

/** The same as plain text, for titles and names read aloud. */
export function useContent(): (text: LocalText) => string {
  const language = useLanguage()
  return (text) => text[language] ?? text[otherLanguage[language]] ?? ''
}
