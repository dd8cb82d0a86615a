import { useWords } from './platform/words'
import { Page } from './ui/page'
import { NotFoundState } from './ui/states'
import { uiWords } from './ui/words'

/** No such address, or nothing there for these eyes. */
export function NotFoundPage() {
  return (
    <Page title={useWords(uiWords).notFoundTitle}>
      <div className="pad">
        <NotFoundState />
      </div>
    </Page>
  )
}
