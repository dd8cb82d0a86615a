import { whyNotWriteLetter } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Register } from '../../ui/register'
import { actionsOf, LetterStanding, Party, Points } from './letter-parts'
import { letterWords } from './letter-words'
import { LettersDocument } from './letters.graphql'
import { NumberedActions } from './numbered-actions'
import { PrintedDate } from './printed-date'
import { SourceCite } from './source-cite'
import { registerWords } from './words'

const RecordLetterDialog = lazy(async () => ({ default: (await import('./letter-dialogs')).RecordLetterDialog }))

/** Letters and written questions, and which of them wait for an answer: office first, a person's name second. */
export function CorrespondencePage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(LettersDocument)
  useRoom('programme', { onLists: retry })
  return (
    <Register
      words={words.correspondence}
      rows={data?.correspondence ?? null}
      trouble={trouble}
      onRetry={retry}
      acts={<RecordLetter onDone={retry} />}
      text={({ subject, ref, asks, answers }) => [subject, ref, ...asks, ...answers].join(' ')}
      columns={[
        {
          head: words.date,
          narrow: true,
          cell: ({ date }) => <PrintedDate date={date} />,
        },
        { head: words.from, cell: ({ from, fromPerson }) => <Party body={from} person={fromPerson} /> },
        { head: words.to, cell: ({ to, toPerson }) => <Party body={to} person={toPerson} /> },
        {
          head: words.subject,
          cell: ({ id, subject, ref, source }) => (
            <>
              <Link href={`/correspondence/${id}`}>
                <EnglishContent text={subject} />
              </Link>
              {ref && <p className="meta num">{ref}</p>}
              {source && (
                <p>
                  <SourceCite source={source} />
                </p>
              )}
            </>
          ),
        },
        { head: words.status, cell: (letter) => <LetterStanding letter={letter} /> },
        { head: words.asks, cell: ({ asks }) => <Points points={asks} /> },
        { head: words.answers, cell: ({ answers }) => <Points points={answers} /> },
        {
          head: words.actions,
          cell: (letter) => <NumberedActions actions={actionsOf(letter)} />,
        },
      ]}
    />
  )
}

/** For those who write letters of the advisory group. */
function RecordLetter({ onDone }: { onDone: () => void }) {
  const words = useWords(letterWords)
  const [open, setOpen] = useState(false)
  if (whyNotWriteLetter(useViewer(), { fromBodyId: '' }) !== null) return null
  const close = () => {
    setOpen(false)
    onDone()
  }
  return (
    <>
      <Button icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.record}
      </Button>
      <Suspense fallback={null}>{open && <RecordLetterDialog onClose={close} />}</Suspense>
    </>
  )
}
