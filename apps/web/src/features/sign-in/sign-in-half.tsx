import type { Language } from '../../platform/language'
import { wordsIn } from '../../platform/words'
import { signInWords } from './words'

/** One language's half of the page. */
export function SignInHalf({ language, noWay }: { language: Language; noWay: boolean }) {
  const words = wordsIn(signInWords, language)
  return (
    <section lang={language}>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      {noWay && <p className="note">{words.noWay}</p>}
    </section>
  )
}
