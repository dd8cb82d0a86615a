import type { LocalText } from '@camau/domain'
import { Fragment } from 'react'
import { type Language, otherLanguage, useLanguage } from './language'

/** Words with the language they are in, where that is not the page's. */
export interface Named {
  name: string
  lang: Language | undefined
}

/**
 * Content where nothing can stand around the words, as in a list's option: `<option lang={lang}>{name}</option>`. A plain
 * text is content the documents give in English only. What stands before it (a number) is told with it.
 */
export function useNamed(): (text: LocalText | string, before?: string) => Named {
  const language = useLanguage()
  return (text, before = '') => {
    const own = typeof text === 'string' ? (language === 'en' ? text : null) : text[language]
    const other = typeof text === 'string' ? text : text[otherLanguage[language]]
    return { name: `${before}${own ?? other ?? ''}`, lang: own || !other ? undefined : otherLanguage[language] }
  }
}

/** One choice of a list, in the language it is in. */
export function ContentOption({ value, text, before }: { value: string; text: LocalText | string; before?: string }) {
  const { name, lang } = useNamed()(text, before)
  return (
    <option value={value} lang={lang}>
      {name}
    </option>
  )
}

/** The title of a page that is named after its record; other words until the record is here. */
export function useTitleOf(
  text: LocalText | string | undefined,
  until: string,
): { title: string; lang: Named['lang'] } {
  const { name, lang } = useNamed()(text ?? '')
  return text === undefined ? { title: until, lang: undefined } : { title: name, lang }
}

/** A sentence around content, of which there may be several; `say` puts it where it belongs in the page's language. */
export function AroundContent({
  say,
  text,
}: {
  say: (text: string) => string
  text: LocalText | string | LocalText[]
}) {
  const named = useNamed()
  const [before, after] = say(placeholder).split(placeholder)
  return (
    <>
      {before}
      {(Array.isArray(text) ? text : [text])
        .map((one) => named(one))
        .map(({ name, lang }, i) => (
          <Fragment key={name}>
            {i > 0 && '; '}
            <span lang={lang}>{name}</span>
          </Fragment>
        ))}
      {after}
    </>
  )
}

// No sentence has this character.
const placeholder = '\u0000'

/**
 * Words that people wrote here may be in either language, and nobody has said in which: they are read in no language in
 * particular, rather than as the page's.
 */
export const unstatedLanguage = ''
