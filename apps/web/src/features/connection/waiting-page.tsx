import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useCommandQueue } from '../../platform/commands'
import { useDates } from '../../platform/dates'
import { useLanguage } from '../../platform/language'
import { useSignal } from '../../platform/signal'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState } from '../../ui/states'
import { deviceWords } from './device-words'
import { RefusedCommands } from './kept-list'
import { useDownload } from './use-download'
import { useWaitingTexts } from './use-waiting-texts'
import { useNameOf } from './waiting-name'
import { connectionWords } from './words'

/** Each thing that waits on this device, and what became of what waited. */
export function WaitingPage() {
  const words = useWords(deviceWords)
  const said = useWords(connectionWords)
  const queue = useCommandQueue()
  const commands = useSignal(queue.kept)
  const onlyHere = useSignal(queue.onlyHere)
  const texts = useWaitingTexts(useViewer().personId)
  const copy = useDownload()
  const nothing = texts?.waiting.length === 0 && commands.length === 0
  return (
    <Page title={words.title}>
      <PageHead title={words.title} acts={!nothing && <Button onClick={() => void copy()}>{words.download}</Button>}>
        <p className="quiet">{words.lead}</p>
      </PageHead>
      <div className="pad stack">
        {onlyHere && <p>{said.onlyHere}</p>}
        {texts === null && <Skeleton />}
        {nothing && <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>}
        <Commands />
        {texts && texts.waiting.length > 0 && <Texts waiting={texts.waiting} />}
        <Gone texts={texts?.gone ?? []} />
      </div>
    </Page>
  )
}

function Commands() {
  const words = useWords(deviceWords)
  const dates = useDates()
  const language = useLanguage()
  const commands = useSignal(useCommandQueue().kept)
  const refused = commands.filter((command) => command.refused)
  const waiting = commands.filter((command) => !command.refused)
  return (
    <>
      {refused.length > 0 && <RefusedCommands commands={refused} />}
      {waiting.length > 0 && (
        <List title={words.commands}>
          {waiting.map(({ id, what, at }) => (
            <li key={id}>
              {what[language]} <span className="meta">{words.givenAt(dates.dateTime(new Date(at)))}</span>
            </li>
          ))}
        </List>
      )}
    </>
  )
}

function Texts({ waiting }: { waiting: NonNullable<ReturnType<typeof useWaitingTexts>>['waiting'] }) {
  const words = useWords(deviceWords)
  const dates = useDates()
  const nameOf = useNameOf()
  return (
    <List title={words.texts}>
      {waiting.map(({ documentId, edits, since }) => {
        const { name, href } = nameOf(documentId)
        return (
          <li key={documentId}>
            <Link href={href}>{name}</Link>{' '}
            <span className="meta">
              {words.edits(edits)} {since !== null && words.since(dates.dateTime(new Date(since)))}
            </span>
          </li>
        )
      })}
    </List>
  )
}

function Gone({ texts }: { texts: readonly { documentId: string; at: number }[] }) {
  const words = useWords(deviceWords)
  const dates = useDates()
  const language = useLanguage()
  const nameOf = useNameOf()
  const sent = useSignal(useCommandQueue().sent)
  const gone = [
    ...sent.map(({ id, what, at }) => ({ id, name: what[language], at })),
    ...texts.map(({ documentId, at }) => ({ id: `${documentId} ${at}`, name: nameOf(documentId).name, at })),
  ]
  if (gone.length === 0) return null
  return (
    <List title={words.gone}>
      {gone.map(({ id, name, at }) => (
        <li key={id}>
          {name} <span className="meta">{words.sentAt(dates.dateTime(new Date(at)))}</span>
        </li>
      ))}
    </List>
  )
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}
