import { useState } from 'react'
import { Link } from 'wouter'
import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { Register } from '../../ui/register'
import { Flag, Unset } from '../../ui/status'
import { CiteDialog } from './cite-dialog'
import { AddFindingDocument, type FindingRowFragment, FindingsDocument, type FindingsQuery } from './evidence.graphql'
import { evidenceWords } from './words'
import { usePlaceField } from './written-places'

/** The evidence library: findings and what rests on them, then the actions that rest on none. */
export function EvidencePage() {
  const words = useWords(evidenceWords)
  const { data, trouble, retry } = useRecords(FindingsDocument)
  useRoom('programme', { onLists: retry })
  const place = usePlaceField()
  const [adding, setAdding] = useState(false)
  const [citing, setCiting] = useState<FindingRowFragment | null>(null)
  return (
    <>
      <Register
        words={words.findings}
        rows={data?.findings ?? null}
        trouble={trouble}
        onRetry={retry}
        acts={
          place && (
            <Button icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
              {words.addFinding}
            </Button>
          )
        }
        after={data && <Gaps actions={data.evidenceGaps.actions} />}
        text={({ text, sourceLine, population }) => [text, sourceLine, population].join(' ')}
        columns={[
          { head: words.finding, cell: ({ text }) => <EnglishContent text={text} /> },
          { head: words.date, cell: ({ date }) => <DateOf date={date} /> },
          {
            head: words.population,
            cell: ({ population }) =>
              population ? <EnglishContent text={population} /> : <Unset>{words.notStated}</Unset>,
          },
          {
            head: words.citedBy,
            cell: (finding) => (
              <>
                <Cited finding={finding} />
                {place && (
                  <p className="no-print">
                    <Button small aria-haspopup="dialog" onClick={() => setCiting(finding)}>
                      {words.cite}
                    </Button>
                  </p>
                )}
              </>
            ),
          },
          {
            head: words.source,
            cell: ({ sourceLine }) => (
              <span className="meta">
                <EnglishContent text={sourceLine} />
              </span>
            ),
          },
        ]}
      />
      {adding && place && <AddFindingDialog place={place} onClose={() => setAdding(false)} />}
      {citing && data && (
        <CiteDialog
          finding={citing}
          actions={data.evidenceGaps.actions}
          decisions={data.decisions}
          onClose={() => setCiting(null)}
        />
      )}
    </>
  )
}

function DateOf({ date }: { date: string | null }) {
  const words = useWords(evidenceWords)
  const dates = useDates()
  return date ? <EnglishContent text={dates.shortDay(date)} /> : <Unset>{words.notStated}</Unset>
}

function Cited({ finding: { unlinked, actions, decisions } }: { finding: FindingRowFragment }) {
  const words = useWords(evidenceWords)
  if (unlinked)
    return (
      <Flag tone="attention" icon="link">
        {words.nothing}
      </Flag>
    )
  return (
    <ul>
      {actions.map(({ id, number, title }) => (
        <li key={id}>
          <Link href={`/actions/${id}`}>{words.action(number)}</Link> · <EnglishContent text={title} />
        </li>
      ))}
      {decisions.map(({ id, number, text }) => (
        <li key={id}>
          {words.decision(number)} · <EnglishContent text={text} />
        </li>
      ))}
    </ul>
  )
}

function Gaps({ actions }: { actions: FindingsQuery['evidenceGaps']['actions'] }) {
  const words = useWords(evidenceWords)
  return (
    <details>
      <summary>
        <h2>{words.gaps}</h2> <span className="meta">{words.gapsCount(actions.length)}</span>
      </summary>
      <ul>
        {actions.map(({ id, number, title }) => (
          <li key={id}>
            <Link href={`/actions/${id}`}>
              <span className="num">{number}</span> · <EnglishContent text={title} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface AddFindingDialogProps {
  place: NonNullable<ReturnType<typeof usePlaceField>>
  onClose: () => void
}

function AddFindingDialog({ place, onClose }: AddFindingDialogProps) {
  const words = useWords(evidenceWords)
  const command = useCommand(AddFindingDocument, {
    what: { en: evidenceWords.en.addFinding, cy: evidenceWords.cy.addFinding },
  })
  return (
    <FormDialog
      title={words.addFinding}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'text', label: words.text, kind: 'text', most: 'decision' },
        { name: 'sourceLine', label: words.source, hint: words.sourceHint, most: 'title' },
        { name: 'date', label: words.date, most: 'label', optional: true },
        { name: 'population', label: words.population, most: 'title', optional: true },
        place,
      ]}
      send={(given) =>
        command.run({
          id: newId(),
          text: given.text ?? '',
          sourceLine: given.sourceLine ?? '',
          date: given.date?.trim() || null,
          population: given.population?.trim() || null,
          workstreamId: given.workstreamId || null,
        })
      }
    />
  )
}
