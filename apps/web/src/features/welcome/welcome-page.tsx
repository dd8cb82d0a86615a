import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { AroundContent } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { ExampleMark } from '../../ui/example-mark'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { LanguageChoice } from './language-choice'
import { RightsTable } from './rights-table'
import { WelcomeDocument, type WelcomeQuery } from './welcome.graphql'
import { welcomeWords } from './words'
import './welcome.css'

/** The first visit: who one is here, in which language, what one's offices allow, and where to go. */
export function WelcomePage() {
  const words = useWords(welcomeWords)
  const me = useViewer()
  const { data, trouble, retry } = useRecords(WelcomeDocument)
  const offices = me.offices.map(({ title }) => title)
  return (
    <Page title={words.title} bare>
      <div className="run">
        <p className="meta">{words.firstVisit}</p>
        <h1>{offices.length > 0 ? <AroundContent say={words.youAre} text={offices} /> : words.noOffice}</h1>
        <p className="lead">{words.lead}</p>
        <LanguageChoice />
        <section>
          <h2>{words.can}</h2>
          {data && <RightsTable bodies={data.bodies} />}
          {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
          {!data && !trouble && <Skeleton rows={6} />}
        </section>
        <WhereNext meetings={data?.meetings ?? []} />
      </div>
    </Page>
  )
}

function WhereNext({ meetings }: { meetings: WelcomeQuery['meetings'] }) {
  const words = useWords(welcomeWords)
  const dates = useDates()
  const { offices } = useViewer()
  const mine = meetings.filter(({ body }) => offices.some(({ bodyId }) => bodyId === body.id))
  const next = [...mine].sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
  return (
    <section className="run-next">
      {next && (
        <div>
          <h2>{words.next(dates.relativeDay(next.startsAt))}</h2>
          <p className="meta">
            <Content text={shortName(next.body.name)} />, {dates.dateTime(next.startsAt)}{' '}
            {next.example && <ExampleMark />}
          </p>
        </div>
      )}
      <div className="row">
        {next && (
          <LinkButton href={`/meetings/${next.id}`} weight="go">
            {words.goToMeeting}
          </LinkButton>
        )}
        <LinkButton href="/" weight={next ? 'plain' : 'go'}>
          {words.goHome}
        </LinkButton>
      </div>
    </section>
  )
}
