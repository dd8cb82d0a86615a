import {
  dayInLondon,
  fitting,
  isDay,
  type LetterFacts,
  letterOverdueSince,
  letterStatus,
  officeFor,
  Refusal,
  repliedTo,
  repliesOf,
  sendable,
  type Viewer,
  whyNotShareLetter,
  whyNotWriteLetter,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import type { Notify } from '../../platform/notify.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { CorrespondenceRecord } from './correspondence.model.js'
import type { DraftReplyInput, RecordLetterInput, ShareLetterInput } from './letter.inputs.js'
import { letterFacts, printedFacts, type StoredLetter } from './letter.kind.js'
import type { Register } from './register.store.js'

export interface LetterNeeds {
  printed: Register<CorrespondenceRecord>
  letters: RecordStore<StoredLetter>
  command: Command
  directory: Directory
  notify: Notify
  now: () => Date
}

const office = (viewer: Viewer) => officeFor(viewer, 'write', { space: 'correspondence' })

/** The whole register, as far as the viewer may see it. */
export async function factsFor({ printed, letters }: LetterNeeds, viewer: Viewer): Promise<LetterFacts[]> {
  return [...(await printed.all()).map(printedFacts), ...(await letters.list(viewer)).map(letterFacts)]
}

/** How one letter stands in the register. */
export function standing(id: string, all: readonly LetterFacts[], at: Date) {
  const letter = all.find((one) => one.id === id)
  if (!letter) throw new Refusal('not-found')
  const status = letterStatus(letter, all)
  return {
    status,
    overdueSince: letterOverdueSince(letter, status, dayInLondon(at)),
    repliesTo: repliedTo(letter, all).map((one) => one.id),
    replies: repliesOf(letter, all).map((one) => one.id),
  }
}

export function recordLetter(needs: LetterNeeds, viewer: Viewer, input: RecordLetterInput): Promise<StoredLetter> {
  return needs.command(
    { command: 'recordLetter', viewer, input },
    async (tx) => {
      const refusal = whyNotWriteLetter(viewer, input)
      if (refusal) throw new Refusal(refusal)
      if (!isDay(input.date) || (input.due && !isDay(input.due))) throw new Refusal('impossible-date')
      const { bodies } = await needs.directory.now()
      const ccBodyIds = input.ccBodyIds ?? []
      if (![input.fromBodyId, input.toBodyId, ...ccBodyIds].every((id) => bodies.has(id)))
        throw new Refusal('not-found')
      const given = await answered(needs, viewer, input.replyToIds ?? [])
      const recorded = await needs.letters.add(
        tx,
        {
          ...blank(viewer, input.id, tx),
          kind: input.kind,
          fromBodyId: input.fromBodyId,
          toBodyId: input.toBodyId,
          ccBodyIds,
          date: input.date,
          ref: fitting('label', input.ref) || null,
          subject: subject(input.subject),
          asks: points(input.asks),
          answers: points(input.answers),
          due: input.due ?? null,
          replyToIds: given.map(({ id }) => id),
          language: input.language ?? null,
          sentAt: tx.at,
        },
        office(viewer),
      )
      await tellAsked(needs, tx, recorded)
      return recorded
    },
    (id) => needs.letters.get(viewer, id),
  )
}

/** Those asked are told that a question awaits their reply. */
async function tellAsked({ notify }: LetterNeeds, tx: Transaction, { id, asks, toBodyId, subject }: StoredLetter) {
  if (asks.length === 0) return
  const to = [{ kind: 'body', bodyId: toBodyId } as const]
  await notify(tx, [{ kind: 'question', to, about: { type: 'Correspondence', id }, text: subject }])
}

/** In the language of the first question, and due when the earliest of them is: the language makes no difference to that. */
export function draftReply(needs: LetterNeeds, viewer: Viewer, input: DraftReplyInput): Promise<StoredLetter> {
  return needs.command(
    { command: 'draftReply', viewer, input },
    async (tx) => {
      const questions = await answered(needs, viewer, input.replyToIds)
      const [first] = questions
      if (!first) throw new Refusal('not-found')
      const refusal = whyNotWriteLetter(viewer, { fromBodyId: first.toBodyId })
      if (refusal) throw new Refusal(refusal)
      const dues = questions.flatMap(({ due }) => due ?? []).sort()
      const draft: StoredLetter = {
        ...blank(viewer, input.id, tx),
        kind: 'letter',
        fromBodyId: first.toBodyId,
        toBodyId: first.fromBodyId,
        subject: first.subject,
        answers: points(input.answers),
        due: dues[0] ?? null,
        replyToIds: questions.map(({ id }) => id),
        language: first.language,
      }
      return needs.letters.add(tx, draft, office(viewer))
    },
    (id) => needs.letters.get(viewer, id),
  )
}

export function sendLetter(needs: LetterNeeds, viewer: Viewer, input: ActionInput): Promise<StoredLetter> {
  return change(needs, viewer, 'sendLetter', input, (letter, tx) => {
    sendable(viewer, letterFacts(letter), letter.answers)
    return { ...letter, sentAt: tx.at, date: dayInLondon(tx.at) }
  })
}

export function shareLetter(needs: LetterNeeds, viewer: Viewer, input: ShareLetterInput): Promise<StoredLetter> {
  const { audience } = input
  return change(needs, viewer, 'shareLetter', input, (letter, tx) => {
    const refusal = whyNotShareLetter(viewer, letterFacts(letter))
    if (refusal) throw new Refusal(refusal)
    if (letter.audience === audience) throw new Refusal('already-so')
    return { ...letter, audience, shares: [...letter.shares, { audience, at: tx.at, personId: viewer.personId }] }
  })
}

function change(
  { letters, command }: LetterNeeds,
  viewer: Viewer,
  name: string,
  input: ActionInput,
  step: (letter: StoredLetter, tx: Transaction) => StoredLetter,
): Promise<StoredLetter> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const letter = await letters.get(viewer, input.id, tx)
      return letters.save(tx, letter, step(letter, tx), office(viewer))
    },
    (id) => letters.get(viewer, id),
  )
}

/** The letters answered: printed ones or recorded here, as far as the viewer may see them. */
async function answered({ printed, letters }: LetterNeeds, viewer: Viewer, ids: readonly string[]) {
  const known = [
    ...(await printed.all()).map((one) => ({ ...one, id: one._id, language: null })),
    ...(await letters.list(viewer)),
  ]
  return ids.map((id) => {
    const found = known.find((one) => one.id === id)
    if (!found) throw new Refusal('not-found')
    return found
  })
}

const blank = (viewer: Viewer, id: string, tx: Transaction) => ({
  id: newRecordId(id),
  ccBodyIds: [],
  date: null,
  ref: null,
  asks: [],
  sentAt: null,
  shares: [],
  writtenBy: viewer.personId,
  writtenAt: tx.at,
  audience: 'member' as const,
  version: 1,
})

function subject(given: string): string {
  const text = fitting('title', given)
  if (!text) throw new Refusal('text-needed')
  return text
}

const points = (given: readonly string[] | null | undefined) =>
  (given ?? []).map((one) => fitting('reply', one)).filter((one) => one !== '')
