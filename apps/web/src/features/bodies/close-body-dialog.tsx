import { limits, meetingKinds } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { domainName } from '../../platform/enums'
import { ContentOption, useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Select, TextArea } from '../../ui/field'
import { dropped, type GivenPlaces, type PlacedItem, PlaceItems, problemsOf } from '../../ui/place-items'
import { type Problem, ProblemSummary } from '../../ui/problem-summary'
import { Skeleton } from '../../ui/skeleton'
import type { BodyInLife } from './body-in-life'
import { CloseBodyDocument, OpenItemsDocument } from './body-life.graphql'
import { lifeWords } from './life-words'

/** Ends a body: everything open goes to its parent, to its successor, or is dropped with a reason (requirements, row 6). */
export function CloseBodyDialog({ body, onClose }: { body: BodyInLife; onClose: () => void }) {
  const words = useWords(lifeWords)
  const { data, retry } = useRecords(OpenItemsDocument, { id: body.id })
  return (
    <Dialog title={words.close} onClose={onClose}>
      {data ? (
        <CloseForm
          body={body}
          items={data.actions.edges.map(({ node }) => node)}
          bodies={data.bodies.filter(({ id, status }) => id !== body.id && status !== 'CLOSED')}
          onClose={onClose}
          onRefused={retry}
        />
      ) : (
        <Skeleton rows={4} />
      )}
    </Dialog>
  )
}

interface CloseFormProps {
  body: BodyInLife
  items: readonly PlacedItem[]
  bodies: readonly Pick<BodyInLife, 'id' | 'kind' | 'status' | 'name'>[]
  onClose: () => void
  /** Something has opened meanwhile: the list is read again. */
  onRefused: () => void
}

function CloseForm({ body, items, bodies, onClose, onRefused }: CloseFormProps) {
  const words = useWords(lifeWords)
  const named = useNamed()
  const refusal = useRefusalWords()
  const formId = useId()
  const command = useCommand(CloseBodyDocument, { what: { en: lifeWords.en.close, cy: lifeWords.cy.close } })
  const [successorId, setSuccessor] = useState('')
  const [reason, setReason] = useState('')
  const [places, setPlaces] = useState<GivenPlaces>({})
  const [wrong, setWrong] = useState<readonly Problem[]>([])
  const receivers = bodies
    .filter(({ id }) => id === body.parent?.id || id === successorId)
    .filter(({ kind, status }) => status === 'ACTIVE' && meetingKinds.includes(domainName(kind)))

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const problems = problemsOf(formId, items, places, words)
    setWrong(problems)
    if (problems.length > 0) return
    const given = { id: body.id, reason: reason.trim() || null, successorId: successorId || null }
    const { state } = await command.run({ ...given, items: placementsOf(items, places) })
    if (state === 'refused') return onRefused()
    announce(words.done.closed)
    onClose()
  }
  const refused = command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <ProblemSummary problems={[...wrong, ...refused]} />
      <p>{items.length > 0 ? `${words.open(items.length)}. ${words.openHint}` : words.nothingOpen}</p>
      <Select
        label={words.successor}
        optional
        value={successorId}
        onChange={({ target }) => setSuccessor(target.value)}
      >
        <option value="">{words.noSuccessor}</option>
        {bodies.map(({ id, name }) => (
          <ContentOption key={id} value={id} text={name} />
        ))}
      </Select>
      <PlaceItems
        formId={formId}
        words={words}
        items={items}
        places={places}
        onChange={setPlaces}
        choices={receivers.map(({ id, name }) => ({ value: id, ...named(name) }))}
      />
      <TextArea
        label={words.reason}
        optional
        maxLength={limits.reason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="row">
        <Button weight="go" type="submit" busy={command.busy}>
          {words.close}
        </Button>
      </div>
    </form>
  )
}

function placementsOf(items: readonly PlacedItem[], places: GivenPlaces) {
  return items.map(({ id }) => {
    const { to = '', reason = '' } = places[id] ?? {}
    return to === dropped ? { actionId: id, dropReason: reason.trim() } : { actionId: id, toBodyId: to }
  })
}
