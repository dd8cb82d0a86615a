import { whyNotAskAuthorities } from '@camau/domain'
import { useState } from 'react'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { Register } from '../../ui/register'
import { EmptyState } from '../../ui/states'
import { Flag } from '../../ui/status'
import { DataRequestsDocument, OpenNextRoundDocument, type RequestRowFragment } from './data-requests.graphql'
import { ImportDialog } from './import-dialog'
import { OpenRequestDialog } from './open-request-dialog'
import { requestWords } from './words'

type Round = RequestRowFragment['rounds'][number]

/** What authorities are asked for, and what came in; who has not answered, for the secretariat. */
export function DataRequestsPage() {
  const words = useWords(requestWords)
  const { data, trouble, retry } = useRecords(DataRequestsDocument)
  useRoom('programme', { onLists: retry })
  const asks = whyNotAskAuthorities(useViewer(), { space: 'operational-board' }) === null
  const [opening, setOpening] = useState(false)
  const ask = (
    <Button icon="plus" aria-haspopup="dialog" onClick={() => setOpening(true)}>
      {words.open}
    </Button>
  )
  return (
    <>
      <Register
        words={words.list}
        rows={data?.dataRequests ?? null}
        empty={
          <EmptyState title={words.none} act={asks && ask}>
            {words.noneMore}
          </EmptyState>
        }
        trouble={trouble}
        onRetry={retry}
        acts={asks && data && data.dataRequests.length > 0 && ask}
        text={({ title }) => title}
        columns={[
          {
            head: words.name,
            cell: (request) => (
              <>
                <EnglishContent text={request.title} />
                <p className="meta">{words.every[request.every]}</p>
                {asks && <NextRound request={request} />}
              </>
            ),
          },
          {
            head: words.due,
            cell: (request) => (
              <ul>
                {request.rounds.map((round) => (
                  <li key={round.dueOn}>
                    <RoundLine request={request} round={round} asks={asks} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {opening && <OpenRequestDialog onClose={() => setOpening(false)} />}
    </>
  )
}

function RoundLine({ request, round, asks }: { request: RequestRowFragment; round: Round; asks: boolean }) {
  const words = useWords(requestWords)
  const dates = useDates()
  const [importing, setImporting] = useState(false)
  const { dueOn, received, missing, overdue, refused } = round
  return (
    <>
      <b>{dates.shortDay(dueOn)}</b> · {words.received}: {words.ofAsked(received, request.asked)}{' '}
      {overdue && (
        <Flag tone="late" icon="clock">
          {words.overdue}
        </Flag>
      )}
      {missing && missing.length > 0 && (
        <p className="meta">
          {words.missing}: <EnglishContent text={missing.join(', ')} />
        </p>
      )}
      {refused && refused.length > 0 && (
        <>
          <p className="meta">{words.refused}:</p>
          <ul className="meta">
            {refused.map(({ line, text, why }) => (
              <li key={line}>
                {words.line(line)}: <code lang="en">{text}</code> {words.why[why]}
              </li>
            ))}
          </ul>
        </>
      )}
      {asks && (
        <p>
          <Button small aria-haspopup="dialog" onClick={() => setImporting(true)}>
            {words.importFile} <span className="hidden">{dates.shortDay(dueOn)}</span>
          </Button>
        </p>
      )}
      {importing && <ImportDialog request={request} dueOn={dueOn} onClose={() => setImporting(false)} />}
    </>
  )
}

function NextRound({ request: { id, every } }: { request: RequestRowFragment }) {
  const words = useWords(requestWords)
  const command = useCommand(OpenNextRoundDocument, { what: { en: requestWords.en.next, cy: requestWords.cy.next } })
  if (every === 'ONCE') return null
  return (
    <>
      <Button small busy={command.busy} onClick={() => void command.run({ id })}>
        {words.next}
      </Button>
      <RefusedLine refused={command.refused} />
    </>
  )
}
