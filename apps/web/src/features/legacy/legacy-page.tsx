import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { CommitmentLife } from './commitment-life'
import { CommitmentsBar } from './commitments-bar'
import { itemName } from './held-legacy'
import { LegacyRegisterDocument, type LegacyRegisterQuery, type LegacyRowFragment } from './legacy.graphql'
import { NeedsOwner } from './needs-owner'
import { OwnerOrNone } from './owner-or-none'
import { sameName } from './same-name'
import { SourceLine } from './source-line'
import { legacyWords } from './words'
import './legacy.css'

/** The seven items handed on, who answers for each, and the commitments outside them. */
export function LegacyPage() {
  const words = useWords(legacyWords)
  const { data, trouble, retry } = useRecords(LegacyRegisterDocument)
  useRoom('programme', { onLists: retry })
  return (
    <Page title={words.title}>
      {trouble && (
        <div className="pad">
          <ErrorState title={words.failed} trouble={trouble} onRetry={retry} />
        </div>
      )}
      {!trouble && !data && (
        <div className="pad">
          <Skeleton rows={7} />
        </div>
      )}
      {data && <Register {...data} />}
    </Page>
  )
}

function Register({ legacyItems, commitments }: LegacyRegisterQuery) {
  const words = useWords(legacyWords)
  const within = legacyItems.reduce((sum, item) => sum + item.commitments.length, 0)
  const ownerless = legacyItems.filter(({ owner }) => !owner).length
  return (
    <>
      <PageHead title={words.title}>
        <p className="about">
          {words.sum(words.items(legacyItems.length), words.commitments(within))}{' '}
          <b>{ownerless > 0 ? words.ownerless(ownerless) : words.allOwned}</b> {words.sumNote}
        </p>
      </PageHead>
      <table className="legacy-table">
        <caption className="hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{words.item}</span>
            </th>
            {[words.item, words.from, words.commitmentsHead, words.owner, words.report].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {legacyItems.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </tbody>
      </table>
      <NeedsOwner />
      <Outside commitments={commitments} />
    </>
  )
}

function Row({ item }: { item: LegacyRowFragment }) {
  const words = useWords(legacyWords)
  const { id, number, title, titleInConclusion, workstream, commitments, source } = item
  return (
    <tr id={id}>
      <td className="big num">{number}</td>
      <td>
        <Link href={`/legacy/${id}`} className="title">
          <Content text={title} />
        </Link>
        <p className="meta">
          {titleInConclusion && !sameName(titleInConclusion, title) ? (
            <>
              {words.inConclusion}
              <Content text={titleInConclusion} />
            </>
          ) : (
            words.sameName
          )}
        </p>
      </td>
      <td>
        {workstream && (
          <Link href={`/bodies/${workstream.body.id}`} className="plain">
            {words.workstream(workstream.number)}
          </Link>
        )}
      </td>
      <td>
        <CommitmentsBar commitments={commitments} />
      </td>
      <td>
        <OwnerOrNone item={item} name={itemName(item)} />
      </td>
      <td className="meta">
        <SourceLine source={source} />
      </td>
    </tr>
  )
}

function Outside({ commitments }: { commitments: LegacyRegisterQuery['commitments'] }) {
  const words = useWords(legacyWords)
  return (
    <section className="pad outside">
      <h2>
        {words.outside} <span className="faint num">{commitments.length}</span>
      </h2>
      <ul>
        {commitments.map((commitment) => (
          <li key={commitment.id} id={commitment.id}>
            <div className="row spread promise">
              <EnglishContent text={commitment.text} />
              <span className="meta">
                <SourceLine source={commitment.source} />
              </span>
            </div>
            <CommitmentLife commitment={commitment} outside />
          </li>
        ))}
      </ul>
    </section>
  )
}
