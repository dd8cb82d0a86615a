import { whyNotSetCurrentItem } from '@camau/domain'
import { useEffect, useRef } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { AgendaLine } from './agenda-times'
import { heldMeeting } from './held-meeting'
import { DeclareButton, InterestList } from './interests'
import { UnfinishedButton } from './item-acts'
import type { MeetingOnPage } from './meeting-on-page'
import { SetCurrentItemDocument } from './meetings.graphql'
import { RunTimer } from './run-timer'
import { runWords } from './run-words'
import { useRunKeys } from './use-run-keys'

type Line = AgendaLine<MeetingOnPage['agenda'][number]>

interface RunItemProps {
  meeting: MeetingOnPage
  lines: readonly Line[]
}

/** The item that is on, its time, and the way to the next; for those who prepare the meeting also with the keys N and P. */
export function RunItem({ meeting, lines }: RunItemProps) {
  const said = useWords(runWords)
  const current = lines.find(({ state }) => state === 'now') ?? null
  const next = current ? lines[current.number] : lines[0]
  useSpoken(current)
  return (
    <section aria-labelledby="run-item" className="run-item">
      {current ? (
        <>
          <p className="meta">{said.item(current.number, lines.length)}</p>
          <h2 id="run-item">
            <EnglishContent text={current.title} />
          </h2>
          {current.presenter && (
            <p className="quiet">
              <EnglishContent text={current.presenter} />
            </p>
          )}
          <RunTimer line={current} />
        </>
      ) : (
        <h2 id="run-item">{said.noneOn}</h2>
      )}
      <Steps meeting={meeting} lines={lines} current={current} />
      {current && <AtItem meeting={meeting} line={current} />}
      <p className="quiet">
        {next ? (
          <>
            {said.upNext}: {next.number}. <EnglishContent text={next.title} />
          </>
        ) : (
          said.last
        )}
      </p>
    </section>
  )
}

/** Says once when another item is on. */
function useSpoken(current: Line | null): void {
  const said = useWords(runWords)
  const [id, number, title] = [current?.id ?? '', current?.number ?? 0, current?.title ?? '']
  useEffect(() => {
    if (id) announce(said.onNow(number, title))
  }, [id, number, title, said])
}

function Steps({ meeting, lines, current }: RunItemProps & { current: Line | null }) {
  const said = useWords(runWords)
  const refusal = useRefusalWords()
  const viewer = useViewer()
  const may = whyNotSetCurrentItem(viewer, heldMeeting(meeting)) === null
  const what = { en: runWords.en.next, cy: runWords.cy.next }
  const { run, refused } = useCommand(SetCurrentItemDocument, { what })
  const wanted = useRef<string | null>(null)
  const from = (id: string | null | undefined, by: number) => lines[lines.findIndex((line) => line.id === id) + by]
  // Two presses in a row are two items, also when the first is not answered yet.
  const go = async (by: number) => {
    const line = from(wanted.current ?? current?.id, by)
    if (!line) return
    wanted.current = line.id
    await run({ id: meeting.id, itemId: line.id })
    if (wanted.current === line.id) wanted.current = null
  }
  useRunKeys(may ? { next: () => void go(1), previous: () => void go(-1) } : null)
  if (!may) return null
  return (
    <>
      <div className="row">
        <Button weight="go" aria-disabled={!from(current?.id, 1) || undefined} onClick={() => go(1)}>
          {current ? said.next : said.first}
        </Button>
        <Button aria-disabled={!from(current?.id, -1) || undefined} onClick={() => go(-1)}>
          {said.previous}
        </Button>
      </div>
      {refused && (
        <p className="s-late flag" role="alert">
          {refusal(refused.code)}
        </p>
      )}
      <p className="meta">{said.keys}</p>
    </>
  )
}

/** Asked at each item: interests; and whether it is finished. */
function AtItem({ meeting, line }: { meeting: MeetingOnPage; line: Line }) {
  const said = useWords(runWords)
  const declared = meeting.declarations.filter(({ itemId }) => itemId === line.id)
  return (
    <div className="run-asks">
      <p>{said.askInterest}</p>
      <InterestList meeting={meeting} declarations={declared} />
      <div className="row">
        <DeclareButton meeting={meeting} itemId={line.id} />
        <UnfinishedButton meeting={meeting} item={line} />
      </div>
    </div>
  )
}
