import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { homeWords } from './words'

export function HomePage() {
  const words = useWords(homeWords)
  return (
    <Page title={words.home} bare>
      <h1>{words.home}</h1>
    </Page>
  )
}
