import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from './running-programme.js'

let programme: RunningProgramme
let chair: Caller
let secretary: Caller
let owner: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  secretary = await programme.as('secretariat')
  owner = await programme.as('ws2-vice-chair')
})
afterAll(() => programme?.stop())

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Asks for exactly what a patch carries; what is null or empty says nothing of its shape and is left out. */
function selection(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const one: unknown = Array.isArray(value) ? Object.assign({}, ...value) : value
      if (one === null || (isFields(one) && Object.keys(one).length === 0)) return []
      return isFields(one) ? [`${name} { ${selection(one)} }`] : [name]
    })
    .join(' ')
}

/** A patch without what `selection` left out. */
function asked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asked)
  if (!isFields(value)) return value
  const told = Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0))
  return Object.fromEntries(told.map(([name, one]) => [name, asked(one)]))
}

async function lastPatch(room: string, type: string): Promise<{ id: string; version: number; fields: Fields }> {
  const { changes } = await secretary.ask(
    'query C($room: String!) { changes(room: $room, last: 5) { patches { type id version fields } } }',
    { room },
  )
  const patches = changes.flatMap((change: { patches: { type: string }[] }) => change.patches)
  const found = patches.filter((patch: { type: string }) => patch.type === type).at(-1)
  if (!found) throw new Error(`no patch of a ${type} in ${room}`)
  return found
}

async function isWhatGraphqlAnswers(room: string, type: string, query: string): Promise<void> {
  const { id, version, fields } = await lastPatch(room, type)
  expect(fields).toMatchObject({ __typename: type, id, version })
  const answer = await secretary.ask(`query Q($id: ID!) { one: ${query}(id: $id) { ${selection(fields)} } }`, { id })
  expect(asked(answer.one)).toEqual(asked(fields))
}

const room = 'body:body-ws-1'

describe('a patch is shaped as GraphQL answers', () => {
  it('for an action with all it can hold', async () => {
    const id = v7()
    const due = (day: string) => ({ earliest: day, latest: day })
    await secretary.tell('proposeAction', {
      id,
      bodyId: 'body-ws-1',
      title: 'Everything',
      meetingId: 'example-meeting-ws-1',
    })
    await chair.tell('assignAction', { id, owner: { personId: 'demo-ws1-vice-chair' }, due: due('2020-01-01') })
    await chair.tell('assignAction', {
      id,
      owner: { bodyId: 'body-ws-2', office: 'VICE_CHAIR' },
      due: due('2020-02-01'),
    })
    await owner.tell('acceptAction', { id })
    await owner.tell('reportActionProgress', { id, text: 'Begun' })
    await isWhatGraphqlAnswers(room, 'Action', 'action')
    await owner.tell('completeAction', { id, evidence: 'Letter' })
    await chair.tell('reopenAction', { id, reason: 'Not yet' })
    await chair.tell('addActionSupporter', { id, supporter: { personId: 'demo-guest' } })
    const offer = { id, bodyId: 'body-ws-2', reason: 'Theirs' }
    await chair.tell('proposeActionTransfer', offer)
    await owner.tell('declineActionTransfer', { id, reason: 'Not ours' })
    await chair.tell('proposeActionTransfer', offer)
    await isWhatGraphqlAnswers(room, 'Action', 'action')
    await isWhatGraphqlAnswers('programme', 'Action', 'action')
    await isWhatGraphqlAnswers('body:body-ws-2', 'Action', 'action')
    await owner.tell('acceptActionTransfer', { id })
    await isWhatGraphqlAnswers(room, 'Action', 'action')
  })

  it('for a meeting through its life, and a decision', async () => {
    const id = v7()
    const times = { startsAt: '2027-02-01T10:00:00.000Z', endsAt: '2027-02-01T12:00:00.000Z' }
    const agenda = [{ id: v7(), title: 'Welcome', minutes: 5 }]
    await secretary.tell('createMeeting', {
      id,
      bodyId: 'body-ws-1',
      title: 'Extra',
      place: 'Online',
      ...times,
      agenda,
    })
    await isWhatGraphqlAnswers(room, 'Meeting', 'meeting')
    await secretary.tell('setAttendance', { id, personId: 'demo-ws1-chair', state: 'APOLOGIES' })
    for (const step of ['startMeeting', 'endMeeting', 'circulateMinutes']) await secretary.tell(step, { id })
    await secretary.tell('recordDecision', { id: v7(), meetingId: id, text: 'Adopted', proposedById: 'demo-ws1-chair' })
    const decision = await lastPatch(room, 'Decision')
    const { decisions } = await secretary.ask(`{ decisions(bodyId: "body-ws-1") { ${selection(decision.fields)} } }`)
    expect(decisions.map(asked)).toContainEqual(asked(decision.fields))
    await chair.tell('agreeMinutes', { id })
    await isWhatGraphqlAnswers(room, 'Meeting', 'meeting')
    const amendment = { id: v7(), meetingId: id, place: '1', before: 'Welcome', after: 'Croeso', reason: 'As said' }
    await secretary.tell('proposeAmendment', amendment)
    await chair.tell('declineAmendment', { id: amendment.id, reason: 'Not as said' })
    await isWhatGraphqlAnswers(room, 'Amendment', 'amendment')
  })

  it('for advice with all it can hold, and a vote in writing', async () => {
    const id = v7()
    const meetingId = 'example-meeting-ws-1'
    const advice = {
      id,
      meetingId,
      text: 'Fund it',
      kind: 'ADVICE',
      recipientBodyId: 'body-office-minister-social-care',
    }
    const vote = {
      votes: { for: 2, against: 1, abstained: 0 },
      dissent: [{ personId: 'demo-member', text: 'Too soon' }],
    }
    await secretary.tell('recordDecision', { ...advice, ...vote, outcome: 'AGREED', secondedById: 'demo-ws1-chair' })
    await chair.tell('correctDecision', { id, text: 'Fund it all', outcome: 'AGREED', ...vote })
    await (await programme.as('ministers-office')).tell('replyToAdvice', { id, text: 'Accepted' })
    await isWhatGraphqlAnswers(room, 'Decision', 'decision')

    const procedure = { id: v7(), bodyId: 'body-ws-1', question: 'Adopt it?', closesAt: '2099-01-01T00:00:00.000Z' }
    await secretary.tell('openProcedure', procedure)
    await chair.tell('castVote', { id: procedure.id, choice: 'FOR' })
    await isWhatGraphqlAnswers(room, 'WrittenProcedure', 'procedure')
  })

  it('for a body through its life, its terms, and ideas, work areas and phases', async () => {
    const [id, terms, idea, area] = [v7(), v7(), v7(), v7()]
    const given = {
      kind: 'TASK_AND_FINISH',
      name: { en: 'Group' },
      parentId: 'body-ws-1',
      remit: 'All',
      plannedEnd: '2027',
    }
    await secretary.tell('proposeBody', { id, ...given })
    await chair.tell('startBody', { id })
    await secretary.tell('draftTermsOfReference', { id: terms, bodyId: id, text: { en: 'To advise', cy: 'Cynghori' } })
    await secretary.tell('publishTermsOfReference', { id: terms })
    await chair.tell('closeBody', { id, reason: 'Done', successorId: 'body-ws-1' })
    await isWhatGraphqlAnswers(room, 'Body', 'body')
    const told = await lastPatch(`body:${id}`, 'TermsOfReference')
    const { body } = await secretary.ask(`{ body(id: "${id}") { terms { ${selection(told.fields)} } } }`)
    expect(body.terms.map(asked)).toContainEqual(asked(told.fields))

    await chair.tell('raiseIdea', { id: idea, bodyId: 'body-ws-1', kind: 'GAP', text: 'No plan' })
    await chair.tell('promoteIdea', { id: idea, to: 'WORK_AREA', newId: area, phaseId: 'phase-3' })
    await secretary.tell('planPhase', { id: 'phase-3', endsOn: '2027-01-01' })
    await isWhatGraphqlAnswers('programme', 'Phase', 'phase')
    for (const [type, list] of [
      ['Idea', 'ideas'],
      ['WorkArea', 'workAreas'],
    ] as const) {
      const { fields } = await lastPatch('programme', type)
      const answer = await secretary.ask(`{ ${list} { ${selection(fields)} } }`)
      expect(answer[list].map(asked)).toContainEqual(asked(fields))
    }
  })

  it('for a meeting that takes something up again, with substitutes, moved and cancelled', async () => {
    const [id, parkedId] = [v7(), v7()]
    const times = { startsAt: '2031-02-01T10:00:00.000Z', endsAt: '2031-02-01T12:00:00.000Z' }
    const later = { startsAt: '2031-03-01T10:00:00.000Z', endsAt: '2031-03-01T12:00:00.000Z' }
    const words = { title: 'Training', minutes: 5, section: 'Business', presenter: 'Chair' }
    await secretary.tell('createMeeting', { id, bodyId: 'body-ws-1', ...times })
    await secretary.tell('addParkedItem', { id: parkedId, bodyId: 'body-ws-1', ...words })
    const parked = await lastPatch(room, 'ParkedItem')
    const { body } = await secretary.ask(`{ body(id: "body-ws-1") { parkedItems { ${selection(parked.fields)} } } }`)
    expect(body.parkedItems.map(asked)).toContainEqual(asked(parked.fields))

    await secretary.tell('takeUpItem', { id, itemId: v7(), from: { itemId: parkedId } })
    await chair.tell('sendApologies', { id, substituteId: 'demo-ws2-chair' })
    await isWhatGraphqlAnswers(room, 'Meeting', 'meeting')
    await secretary.tell('postponeMeeting', { id, ...later, reason: 'Strike' })
    await secretary.tell('cancelMeeting', { id, reason: 'Snow' })
    await isWhatGraphqlAnswers(room, 'Meeting', 'meeting')
    await isWhatGraphqlAnswers('programme', 'Meeting', 'meeting')
  })

  it('for how a body meets, the item that is on, and an interest in it', async () => {
    const agenda = [{ title: 'Welcome', minutes: 5, section: 'Opening', presenter: 'Chair' }]
    const series = { bodyId: 'body-ws-1', cadence: { every: 1, unit: 'QUARTER' }, quorum: 2, minutes: 60, agenda }
    await secretary.tell('setMeetingSeries', series)
    const told = await lastPatch(room, 'MeetingSeries')
    const { meetingSeries } = await secretary.ask(`{ meetingSeries { ${selection(told.fields)} } }`)
    expect(meetingSeries.map(asked)).toContainEqual(asked(told.fields))

    const id = v7()
    await secretary.tell('createNextMeeting', { id, bodyId: 'body-ws-1', startsAt: '2031-05-01T10:00:00.000Z' })
    const { meeting } = await secretary.ask('query M($id: ID!) { meeting(id: $id) { agenda { id } } }', { id })
    const itemId: string = meeting.agenda[0].id
    await secretary.tell('startMeeting', { id })
    await secretary.tell('setCurrentItem', { id, itemId })
    await isWhatGraphqlAnswers(room, 'Meeting', 'meeting')
    await chair.tell('declareInterest', { id: v7(), meetingId: id, itemId, nature: 'Trustee', leaves: true })
    const interest = await lastPatch(room, 'Declaration')
    const answer = await secretary.ask(
      `query M($id: ID!) { meeting(id: $id) { declarations { ${selection(interest.fields)} } } }`,
      { id },
    )
    expect(answer.meeting.declarations.map(asked)).toEqual([asked(interest.fields)])
  })

  it('for the hand-over of an item and of a commitment', async () => {
    const owner = { bodyId: 'body-ws-1' }
    const told = '... on LegacyItem { id } ... on Commitment { id }'
    await secretary.tell('proposeLegacyOwner', { id: 'legacy-1', owner }, told)
    await isWhatGraphqlAnswers(room, 'LegacyItem', 'legacyItem')
    await chair.tell('acceptLegacyOwner', { id: 'legacy-1' }, told)
    await isWhatGraphqlAnswers(room, 'LegacyItem', 'legacyItem')
    await secretary.tell('proposeLegacyOwner', { id: 'lc-1-01', owner }, told)
    await isWhatGraphqlAnswers(room, 'Commitment', 'commitment')
  })
})
