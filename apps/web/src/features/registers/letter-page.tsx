import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useTitleOf } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { LetterActs } from './letter-acts'
import { actionsOf, LetterStanding, Party, Points } from './letter-parts'
import { letterWords } from './letter-words'
import { LetterDocument, type LetterQuery } from './letters.graphql'
import { NumberedActions } from './numbered-actions'
import { PrintedDate } from './printed-date'
import { SourceCite } from './source-cite'
import { registerWords } from './words'

type Letter = LetterQuery['letter']

/** One letter or written question: what it asks, what answers it, who has a copy, and to whom it was opened. */
export function LetterPage() {
  const { id = '' } = useParams<{ id: string }>()
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(LetterDocument, { id })
  useRoom('programme', { onLists: retry })
  const letter = data?.letter
  const title = useTitleOf(letter?.subject, words.correspondence.title)
  const within = [{ name: words.correspondence.title, href: '/correspondence' }]
  return (
    <Page {...title} within={within} reference={id}>
      {letter ? (
        <Open letter={letter} onDone={retry} />
      ) : (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton titled />}</div>
      )}
    </Page>
  )
}

function Open({ letter, onDone }: { letter: Letter; onDone: () => void }) {
  const words = useWords(letterWords)
  const said = useWords(registerWords)
  const { subject, ref, kind, date, language, note, asks, answers, replies, draftReplies, repliesTo, source } = letter
  return (
    <>
      <PageHead
        over={kind === 'written-question' ? words.question : words.letter}
        title={<EnglishContent text={subject} />}
        acts={<LetterActs letter={letter} onDone={onDone} />}
      >
        <div>
          <LetterStanding letter={letter} />
        </div>
        {note && (
          <p className="note">
            <EnglishContent text={note} />
          </p>
        )}
      </PageHead>
      <div className="pad stack">
        <dl className="facts">
          <Fact head={said.date}>
            <PrintedDate date={date} />
          </Fact>
          <Fact head={said.from}>
            <Party body={letter.from} person={letter.fromPerson} />
          </Fact>
          <Fact head={said.to}>
            <Party body={letter.to} person={letter.toPerson} />
          </Fact>
          {ref && <Fact head={words.ref}>{ref}</Fact>}
          <Fact head={words.language}>{language ? words.languages[language] : said.notStated}</Fact>
          <Fact head={words.copies}>
            <Copies letter={letter} />
          </Fact>
          <Fact head={words.sharing}>
            <Sharing letter={letter} />
          </Fact>
          {actionsOf(letter).length > 0 && (
            <Fact head={said.actions}>
              <NumberedActions actions={actionsOf(letter)} />
            </Fact>
          )}
        </dl>
        <Part head={said.asks}>{asks.length > 0 && <Points points={asks} />}</Part>
        <Part head={said.answers}>{answers.length > 0 && <Points points={answers} />}</Part>
        <Part head={words.repliesTo}>{repliesTo.length > 0 && <Letters letters={repliesTo} />}</Part>
        <Part head={words.drafts}>{draftReplies.length > 0 && <Letters letters={draftReplies} />}</Part>
        <Part head={words.replies}>{replies.length > 0 && <Letters letters={replies} />}</Part>
        <SourceCite source={source} />
      </div>
    </>
  )
}

function Fact({ head, children }: { head: string; children: ReactNode }) {
  return (
    <>
      <dt>{head}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** A part of the letter; left out where there is nothing in it. */
function Part({ head, children }: { head: string; children: ReactNode }) {
  if (!children) return null
  return (
    <section>
      <h2>{head}</h2>
      {children}
    </section>
  )
}

function Letters({ letters }: { letters: Letter['replies'] }) {
  const dates = useDates()
  return (
    <ul className="list">
      {letters.map(({ id, subject, ref, date }) => (
        <li key={id}>
          <Link href={`/correspondence/${id}`}>
            <EnglishContent text={subject} />
          </Link>{' '}
          <span className="meta">{[ref, date && dates.shortDay(date)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

function Copies({ letter: { copied, copiedTo } }: { letter: Letter }) {
  const words = useWords(letterWords)
  if (copied.length + copiedTo.length === 0) return words.noCopies
  return (
    <ul>
      {copied.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
      {copiedTo.map(({ id, name }) => (
        <li key={id}>
          <Content text={name} />
        </li>
      ))}
    </ul>
  )
}

/** Who may read it now, and when it was opened to them. */
function Sharing({ letter: { audience, shares } }: { letter: Letter }) {
  const words = useWords(letterWords)
  const dates = useDates()
  return (
    <>
      {words.audiences[audience]}
      {shares.map((share) => (
        <p key={share.at} className="meta">
          {words.openedOn(words.audiences[share.audience], dates.day(share.at))}
        </p>
      ))}
    </>
  )
}
