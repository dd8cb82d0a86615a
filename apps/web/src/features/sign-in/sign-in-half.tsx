import type { Language } from '../../platform/language'
import { wordsIn } from '../../platform/words'
import { signInWords } from './words'

/** One language's half of the page; its link leads into the product in that language. */
export function SignInHalf({ language, withOrganisation }: { language: Language; withOrganisation: boolean }) {
  const words = wordsIn(signInWords, language)
  return (
    <section lang={language}>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      {withOrganisation && (
        <a className="b go" href={`/auth/sign-in?language=${language}`}>
          {words.organisation}
        </a>
      )}
    </section>
  )
}
