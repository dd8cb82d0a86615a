import { Content, EnglishContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { Unset } from '../../ui/status'
import { type Numbered, NumberedActions } from './numbered-actions'
import { PrintedDate } from './printed-date'
import { LettersDocument, type RegisterBodyFragment } from './registers.graphql'
import { SourceCite } from './source-cite'
import { registerWords } from './words'

/** Letters and written questions: office first, a person's name second. */
export function CorrespondencePage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(LettersDocument)
  return (
    <Register
      words={words.correspondence}
      rows={data?.correspondence ?? null}
      trouble={trouble}
      onRetry={retry}
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
          cell: ({ subject, ref }) => (
            <>
              <EnglishContent text={subject} />
              {ref && <p className="meta num">{ref}</p>}
            </>
          ),
        },
        { head: words.asks, cell: ({ asks }) => <Points points={asks} /> },
        { head: words.answers, cell: ({ answers }) => <Points points={answers} /> },
        {
          head: words.actions,
          cell: (letter) => <NumberedActions actions={actionsOf(letter)} />,
        },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}

function Party({ body, person }: { body: RegisterBodyFragment | null; person: { name: string } | null }) {
  const words = useWords(registerWords)
  if (!body && !person) return <Unset>{words.notStated}</Unset>
  return (
    <>
      {body && <Content text={body.name} />}
      {person && <p className="meta">{person.name}</p>}
    </>
  )
}

function Points({ points }: { points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>
          <EnglishContent text={point} />
        </li>
      ))}
    </ul>
  )
}

/** The actions a letter produced, and those it speaks of, each once (requirements, row 18). */
function actionsOf({
  actions,
  actionsProduced,
}: Record<'actions' | 'actionsProduced', readonly Numbered[]>): Numbered[] {
  const all = new Map([...actionsProduced, ...actions].map((action) => [action.id, action]))
  return [...all.values()]
}
