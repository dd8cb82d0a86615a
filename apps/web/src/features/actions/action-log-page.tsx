import type { ApolloClient } from '@apollo/client'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { expectActions } from './action-feed'
import { ActionLog } from './action-log'
import { ProposeActionButton } from './propose-action-button'
import { ProposeFromAddress } from './propose-from-address'
import { logWords } from './words'

/** Asks for the first rows while the page is still on its way. */
export function expectAllActions(client: ApolloClient): void {
  expectActions(client, {})
}

/** Every action there is, whichever body holds it. */
export function ActionLogPage() {
  const words = useWords(logWords)
  return (
    <Page title={words.allActions}>
      <ProposeFromAddress />
      <ActionLog
        bodyId={null}
        act={<ProposeActionButton body={null} />}
        head={(tools) => (
          <PageHead
            title={words.allActions}
            acts={
              <>
                {tools}
                <ProposeActionButton body={null} />
              </>
            }
          >
            <p className="quiet">{words.allActionsSum}</p>
          </PageHead>
        )}
      />
    </Page>
  )
}
