import { type PackAnswer, whyNotAnswerProposal, whyNotWithdrawPack } from '@camau/domain'
import { Link, useParams } from 'wouter'
import { Content, EnglishContent, useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useTitleOf } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { Flag, type Tone, Unset } from '../../ui/status'
import {
  HandOverPackDocument,
  type HandOverPackQuery,
  type PackedLineFragment,
  WithdrawHandOverDocument,
} from './hand-over.graphql'
import { handOverWords } from './hand-over-words'
import { heldLegacy } from './held-legacy'
import { LegacyLinks } from './legacy-links'
import { Answers } from './owner-ask'
import { ownerName } from './owner-name'
import { PackCounts } from './pack-counts'
import { ReasonButton } from './reason-button'
import { SourceLine } from './source-line'
import { legacyWords } from './words'
import './legacy.css'

type Pack = HandOverPackQuery['handOverPack']

/** One pack: what is offered with its owners, what it waits for and its documents, and the answer to each item. */
export function HandOverPage() {
  const { id = '' } = useParams<{ id: string }>()
  const words = useWords(handOverWords)
  const legacy = useWords(legacyWords)
  const { data, trouble, retry } = useRecords(HandOverPackDocument, { id })
  useRoom('programme', { onLists: retry })
  const pack = data?.handOverPack
  const title = useTitleOf(pack?.title, words.title)
  const within = [
    { name: legacy.title, href: '/legacy' },
    { name: words.title, href: '/legacy/hand-over' },
  ]
  return (
    <Page {...title} within={within}>
      {pack ? (
        <PackShown pack={pack} />
      ) : (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />}</div>
      )}
    </Page>
  )
}

function PackShown({ pack }: { pack: Pack }) {
  const words = useWords(handOverWords)
  const content = useContent()
  const dates = useDates()
  const { title, note, from, to, offeredAt, offeredBy, withdrawnAt, withdrawnBecause, counts, lines, publications } =
    pack
  return (
    <>
      <PageHead title={<EnglishContent text={title} />} acts={<PackActs pack={pack} />}>
        <p className="about">
          {words.fromTo(content(shortName(from.name)), content(shortName(to.name)))}. <PackCounts counts={counts} />
        </p>
        <p className="meta">
          {words.offeredBy(dates.day(offeredAt), offeredBy.name)}
          {withdrawnAt && ` · ${words.withdrawnOn(dates.day(withdrawnAt))}`}
          {withdrawnBecause && <q>{withdrawnBecause}</q>}
        </p>
        {note && <p>{note}</p>}
      </PageHead>
      <section className="pad">
        <h2>
          {words.items} <span className="faint num">{lines.length}</span>
        </h2>
        <ol className="pack-lines">
          {lines.map((line) => (
            <PackLine key={line.id} line={line} from={content(shortName(from.name))} />
          ))}
        </ol>
        {publications.length > 0 && (
          <>
            <h2>{words.documents}</h2>
            <ul className="points">
              {publications.map((one) => (
                <li key={one.id}>
                  <Link href={`/publications#${one.id}`}>
                    <Content text={one.title} />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  )
}

function PackActs({ pack: { id, withdrawnAt, counts } }: { pack: Pack }) {
  const words = useWords(handOverWords)
  const viewer = useViewer()
  const refused = whyNotWithdrawPack(viewer, {
    withdrawn: withdrawnAt ? { at: new Date(withdrawnAt), personId: '', reason: '' } : null,
  })
  const { withdraw } = words
  return (
    <>
      <Button icon="print" onClick={() => window.print()}>
        {words.print}
      </Button>
      {!refused && counts.waiting + counts.queried > 0 && (
        <ReasonButton
          document={WithdrawHandOverDocument}
          id={id}
          what={{ en: handOverWords.en.withdraw.title, cy: handOverWords.cy.withdraw.title }}
          words={withdraw}
          done={withdraw.done}
        />
      )}
    </>
  )
}

const tones: Record<PackAnswer, Tone> = {
  waiting: 'waiting',
  queried: 'attention',
  accepted: 'done',
  declined: 'late',
  withdrawn: 'proposed',
}

function PackLine({ line: { id, answer, answered, record }, from }: { line: PackedLineFragment; from: string }) {
  const words = useWords(handOverWords)
  const dates = useDates()
  const ledger = useWords(legacyWords).ledger
  const stays = answer === 'DECLINED' || answer === 'WITHDRAWN'
  return (
    <li id={id}>
      <div className="row spread">
        <PackedName record={record} />
        <Flag tone={tones[domainName(answer)]} icon="handover">
          {words.answers[answer]}
        </Flag>
      </div>
      <p className="meta">
        {words.owner}: {record.owner ? <Content text={ownerName(record.owner)} /> : <Unset>{words.noOwner}</Unset>}
        {' · '}
        <SourceLine source={record.source} />
      </p>
      {answered && (
        <p className="meta">
          {ledger.by(dates.day(answered.at), answered.by.name)}
          {answered.reason && <q>{answered.reason}</q>}
        </p>
      )}
      {stays && <p className="meta">{words.stays(from)}</p>}
      {record.__typename === 'LegacyItem' && <LegacyLinks title={words.open} links={record.waitsFor} end="dependsOn" />}
      <AnswerHere id={id} record={record} />
    </li>
  )
}

type Packed = PackedLineFragment['record']

function PackedName({ record }: { record: Packed }) {
  if (record.__typename === 'LegacyItem')
    return (
      <Link href={`/legacy/${record.id}`} className="title">
        <span className="num">{record.number}</span> · <Content text={record.title} />
      </Link>
    )
  return (
    <Link
      href={record.legacyItem ? `/legacy/${record.legacyItem.id}#${record.id}` : `/legacy#${record.id}`}
      className="title"
    >
      <EnglishContent text={record.text} />
    </Link>
  )
}

/** For the one who is asked, while this proposal and no later one waits. */
function AnswerHere({ id, record }: { id: string; record: Packed }) {
  const content = useContent()
  const viewer = useViewer()
  if (record.proposal?.id !== id || whyNotAnswerProposal(viewer, heldLegacy(record))) return null
  const name = record.__typename === 'LegacyItem' ? content(record.title) : record.text
  return (
    <div className="no-print">
      <Answers id={record.id} name={{ en: name, cy: name }} />
    </div>
  )
}
