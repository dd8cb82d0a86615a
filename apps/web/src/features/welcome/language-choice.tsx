import { useLocation } from 'wouter'
import { type Language, useLanguage } from '../../platform/language'
import { useKeepLanguage } from '../../platform/use-keep-language'
import { useWords } from '../../platform/words'
import { welcomeWords } from './words'

// Each language speaks for itself, whichever the page is in.
const choices = [
  { language: 'cy', name: 'Cymraeg', about: 'Rhyngwyneb a negeseuon yn Gymraeg' },
  { language: 'en', name: 'English', about: 'Interface and messages in English' },
] as const

/** Asked once; kept on the account. */
export function LanguageChoice() {
  const words = useWords(welcomeWords)
  const now = useLanguage()
  const [path, navigate] = useLocation()
  const keep = useKeepLanguage()
  const choose = (language: Language) => {
    keep(language)
    if (language !== now) navigate(`~/${language}${path}`, { replace: true })
  }
  return (
    <fieldset className="run-languages">
      <legend>
        <h2>{words.language}</h2>
      </legend>
      <div className="run-pair">
        {choices.map(({ language, name, about }) => (
          <label key={language} lang={language}>
            <input type="radio" name="language" checked={language === now} onChange={() => choose(language)} />
            <span>
              <b>{name}</b>
              {about}
            </span>
          </label>
        ))}
      </div>
      <p className="meta">{words.anyTime}</p>
    </fieldset>
  )
}
