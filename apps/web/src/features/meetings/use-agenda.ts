import { useCallback, useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { moveItem, placeItem } from './agenda-times'
import type { MeetingOnPage } from './meeting-on-page'
import { SetAgendaDocument, TakeUpItemDocument } from './meetings.graphql'
import { words } from './words'

type Item = MeetingOnPage['agenda'][number]

interface Taken extends Item {
  place: number
}

/** Changes the agenda as a whole, over the version that was on the screen: two people arranging at once do not undo each other unseen. */
export function useAgenda(meeting: MeetingOnPage) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const [taken, setTaken] = useState<Taken | null>(null)
  const { run, refused } = useCommand(SetAgendaDocument, { what: { en: words.en.agenda, cy: words.cy.agenda } })
  const takeUp = useCommand(TakeUpItemDocument, { what: { en: words.en.agenda, cy: words.cy.agenda } })
  const { agenda } = meeting
  const basedOn = meeting.versions.find(({ field }) => field === 'agenda')?.version ?? 0
  const set = (items: readonly Item[]) => run({ id: meeting.id, basedOn, agenda: items.map(asInput) })

  const add = async (title: string, minutes: number) => {
    // It begins under the heading of the last one.
    const section = agenda.at(-1)?.section ?? null
    const fresh = { presenter: null, unfinished: false, carriedFrom: null }
    const result = await set([...agenda, { id: newId(), title, minutes, section, ...fresh }])
    return result.state !== 'refused'
  }
  const edit = async (item: Item) =>
    (await set(agenda.map((one) => (one.id === item.id ? item : one)))).state !== 'refused'
  const move = (id: string, by: -1 | 1) => arrange(moveItem(agenda, id, by), id)
  const put = (id: string, at: string) => arrange(placeItem(agenda, id, at), id)
  const arrange = (items: readonly Item[], id: string) => {
    const place = items.findIndex((item) => item.id === id)
    const title = items[place]?.title ?? ''
    void set(items).then(({ state }) => state !== 'refused' && announce(said.movedTo(title, place + 1)))
  }
  const remove = (id: string) => {
    const place = agenda.findIndex((item) => item.id === id)
    const item = agenda[place]
    if (!item) return
    void set(agenda.filter((one) => one.id !== id)).then(({ state }) => {
      if (state !== 'refused') setTaken({ ...item, place })
    })
  }
  const letGo = useCallback(() => setTaken(null), [])
  const putBack = () => {
    if (!taken) return
    const { place, ...item } = taken
    setTaken(null)
    // What came from an earlier meeting or the parking list waits there again, and is taken up anew.
    const { carriedFrom } = item
    if (carriedFrom) {
      const from = { meetingId: carriedFrom.meetingId, itemId: carriedFrom.itemId }
      void takeUp.run({ id: meeting.id, itemId: newId(), from })
    } else void set([...agenda.slice(0, place), item, ...agenda.slice(place)])
  }
  const problem = refused && (refused.code === 'changed-since' ? said.agendaChanged : refusal(refused.code))
  return { add, edit, move, put, remove, taken, putBack, letGo, problem }
}

const asInput = ({ id, title, minutes, section, presenter }: Item) => ({ id, title, minutes, section, presenter })
