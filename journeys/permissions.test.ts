import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, bodyIds, edits, prepares, type RuledSpace, reads, yes } from './permission-table.js'
import { type DemoKey, demoKeys, type Person, type Reply } from './person.js'
import { type Product, startProduct } from './product.js'
import { aMeetingInput, ruler, type Scene, setScene } from './scene.js'

let product: Product
let scene: Scene
const spaces = Object.keys(approves) as RuledSpace[]

beforeAll(async () => {
  product = await startProduct({ CAMAU_LIMIT_REQUESTS: '100000' })
  scene = await setScene(product)
})
afterAll(() => product?.end())

const noes = ['not-permitted', 'not-found', 'reserved-to-chair']

type Attempt<Scene> = (who: Person, scene: Scene) => Promise<Reply<unknown>>

/**
 * Everyone tries at once; afterwards exactly the expected ones were let through. Those expected get a scene of their own each, the
 * others share one: what refuses them leaves it as it was, and whoever is wrongly let through is found all the same.
 */
async function everyoneTriesOn<Scene>(
  expected: ReadonlySet<DemoKey>,
  aScene: () => Promise<Scene>,
  attempt: Attempt<Scene>,
) {
  const shared = await aScene()
  const allowed = await Promise.all(
    demoKeys.map(async (key) => {
      const { code } = await attempt(scene.person(key), expected.has(key) ? await aScene() : shared)
      return [key, code === null ? 'yes' : noes.includes(code) ? 'no' : code]
    }),
  )
  expect(Object.fromEntries(allowed)).toEqual(
    Object.fromEntries(demoKeys.map((key) => [key, expected.has(key) ? 'yes' : 'no'])),
  )
}

/** The same where there is nothing to set up. */
const everyoneTries = (expected: ReadonlySet<DemoKey>, attempt: (who: Person) => Promise<Reply<unknown>>) =>
  everyoneTriesOn(expected, async () => null, attempt)

/** One after the other, where each attempt touches the same record and tidies up behind itself. */
async function eachInTurnTries(expected: ReadonlySet<DemoKey>, attempt: (who: Person) => Promise<Reply<unknown>>) {
  const replies = new Map<DemoKey, Reply<unknown>>()
  for (const key of demoKeys) replies.set(key, await attempt(scene.person(key)))
  await everyoneTries(expected, async ({ key }) => replies.get(key) ?? Promise.reject(new Error(`${key} did not try`)))
}

describe.each(spaces)('in the space of the %s', (space) => {
  const editors = yes(edits[space])
  const preparers = yes(prepares[space])
  const rulers = yes(approves[space])

  it('proposeAction is for those who may edit', () =>
    everyoneTries(editors, (who) => who.command('proposeAction', { id: v7(), bodyId: bodyIds[space], title: 'Tried' })))

  it('assignAction is for those who may approve', () =>
    everyoneTriesOn(
      rulers,
      () => scene.aProposedAction(space),
      (who, id) => who.command('assignAction', { id, owner: { personId: scene.person('member').personId } }),
    ))

  it('setActionDueDate is for those who may approve', () =>
    everyoneTriesOn(
      rulers,
      () => scene.aProposedAction(space),
      (who, id) => who.command('setActionDueDate', { id, due: { earliest: '2027-03-01', latest: '2027-03-01' } }),
    ))

  it('closeAction is for those who may approve', () =>
    everyoneTriesOn(
      rulers,
      () => scene.anOpenAction(space),
      (who, id) => who.command('closeAction', { id, evidence: 'Shown' }),
    ))

  it('dropAction and reopenAction are for those who may approve', async () => {
    await everyoneTriesOn(
      rulers,
      () => scene.anOpenAction(space),
      (who, id) => who.command('dropAction', { id, reason: 'Overtaken' }),
    )
    const aDroppedAction = async () => {
      const id = await scene.anOpenAction(space)
      await scene.person(ruler[space]).command('dropAction', { id, reason: 'Overtaken' })
      return id
    }
    await everyoneTriesOn(rulers, aDroppedAction, (who, id) =>
      who.command('reopenAction', { id, reason: 'Not overtaken after all' }),
    )
  })

  it('supersedeAction and proposeActionTransfer are for those who may approve, addActionSupporter for the owner too', async () => {
    const anOpenAction = () => scene.anOpenAction(space)
    const to = space === 'advisory group' ? bodyIds['workstream 1'] : bodyIds['advisory group']
    await everyoneTriesOn(rulers, anOpenAction, (who, id) =>
      who.command('supersedeAction', { id, byId: 'act-brand-launch', reason: 'Overtaken' }),
    )
    await everyoneTriesOn(rulers, anOpenAction, (who, id) =>
      who.command('proposeActionTransfer', { id, bodyId: to, reason: 'Theirs' }),
    )
    // The owner chooses helpers too; the action of the scene is the member's.
    await everyoneTriesOn(new Set<DemoKey>([...rulers, 'member']), anOpenAction, (who, id) =>
      who.command('addActionSupporter', { id, supporter: { bodyId: 'body-wlga' } }),
    )
  })

  it.each(['acceptAction', 'declineAction', 'reportActionProgress', 'completeAction'])(
    '%s is for the owner alone',
    (name) =>
      everyoneTriesOn(
        new Set<DemoKey>(['mag-vice-chair']),
        async () => {
          const id = await scene.anOpenAction(space, 'mag-vice-chair')
          if (name === 'reportActionProgress' || name === 'completeAction')
            await scene.person('mag-vice-chair').command('acceptAction', { id })
          return id
        },
        (who, id) => who.command(name, { id, ...ownersWords[name] }),
      ),
  )

  it('createMeeting, setAgenda and setAttendance are for those who prepare', async () => {
    await everyoneTries(preparers, (who) => who.command('createMeeting', aMeetingInput(space, v7())))
    await everyoneTriesOn(
      preparers,
      () => scene.aMeeting(space),
      (who, id) => who.command('setAgenda', { id, agenda: [{ id: v7(), title: `Item of ${who.key}`, minutes: 10 }] }),
    )
    await everyoneTriesOn(
      preparers,
      () => scene.aMeeting(space),
      (who, id) =>
        who.command('setAttendance', { id, personId: scene.person(ruler[space]).personId, state: 'PRESENT' }),
    )
  })

  it('startMeeting, endMeeting and circulateMinutes are for those who prepare', async () => {
    const chair = ruler[space]
    await everyoneTriesOn(
      preparers,
      () => scene.aMeeting(space),
      (who, id) => who.command('startMeeting', { id }),
    )
    await everyoneTriesOn(
      preparers,
      () => scene.aMeeting(space, [chair, 'startMeeting']),
      (who, id) => who.command('endMeeting', { id }),
    )
    await everyoneTriesOn(
      preparers,
      () => scene.aMeeting(space, [chair, 'startMeeting'], [chair, 'endMeeting']),
      (who, id) => who.command('circulateMinutes', { id }),
    )
  })

  it('agreeMinutes is for those who may approve', () => {
    const chair = ruler[space]
    return everyoneTriesOn(
      rulers,
      () => scene.aMeeting(space, [chair, 'startMeeting'], [chair, 'endMeeting'], ['secretariat', 'circulateMinutes']),
      (who, id) => who.command('agreeMinutes', { id }),
    )
  })

  it('recordDecision is for those who may edit', async () => {
    const meetingId = await scene.aMeeting(space, [ruler[space], 'startMeeting'])
    await everyoneTries(editors, (who) => who.command('recordDecision', { id: v7(), meetingId, text: 'Resolved' }))
  })

  it('comments and work areas are for those who may edit, ideas for members of the advisory group too', async () => {
    const about = { type: 'Action', id: await scene.aProposedAction(space) }
    await everyoneTries(editors, (who) => who.command('addComment', { id: v7(), about, text: 'Tried' }))
    if (space !== 'workstream 1' && space !== 'workstream 2') return
    const [bodyId, workstreamId] = [bodyIds[space], space === 'workstream 1' ? 'ws-1' : 'ws-2']
    const advisers = yes(edits['advisory group'])
    await everyoneTries(new Set([...editors, ...advisers]), (who) =>
      who.command('raiseIdea', { id: v7(), bodyId, kind: 'IDEA', text: 'Tried' }),
    )
    const { data } = await scene
      .person('secretariat')
      .ask<{ phases: { id: string; status: string }[] }>('{ phases { id status } }')
    const phaseId = data?.phases.find(({ status }) => status === 'OPEN')?.id
    await everyoneTries(editors, (who) =>
      who.command('proposeWorkArea', { id: v7(), phaseId, workstreamId, title: { en: 'Tried' } }),
    )
  })

  it('what is for members only is not found by others', async () => {
    const [actionId, meetingId] = [await scene.aProposedAction(space), await scene.aMeeting(space)]
    await everyoneTries(yes(reads[space]), (who) =>
      who.ask('query ($id: ID!) { action(id: $id) { title } }', { id: actionId }),
    )
    await everyoneTries(yes(reads[space]), (who) =>
      who.ask('query ($id: ID!) { meeting(id: $id) { id } }', { id: meetingId }),
    )
  })
})

// What follows from the same rights is tried in one workstream and in the group.
describe.each(['workstream 1', 'residential group'] as const)('besides, in the space of the %s', (space) => {
  const editors = yes(edits[space])
  const preparers = yes(prepares[space])

  it('restrictAction, restrictDecision and restrictAgendaItem are for those who prepare', async () => {
    await everyoneTriesOn(
      preparers,
      () => scene.aProposedAction(space),
      (who, id) => who.command('restrictAction', { id, to: [{ personId: who.personId }] }),
    )
    const meetingId = await scene.aMeeting(space)
    const aDecision = async () => {
      const id = v7()
      await scene.person(ruler[space]).command('recordDecision', { id, meetingId, text: 'Resolved' })
      return id
    }
    await everyoneTriesOn(preparers, aDecision, (who, id) =>
      who.command('restrictDecision', { id, to: [{ personId: who.personId }] }),
    )
    const aMeetingOn = async () => {
      const [id, itemId] = [await scene.aMeeting(space), v7()]
      await scene.person(ruler[space]).command('setAgenda', { id, agenda: [{ id: itemId, title: 'Item', minutes: 5 }] })
      return { id: itemId, meetingId: id }
    }
    await everyoneTriesOn(preparers, aMeetingOn, (who, item) =>
      who.command('restrictAgendaItem', { ...item, restrictedTo: [{ personId: who.personId }] }),
    )
  })

  it('cancelMeeting, setMeetingSeries and the parking list are for those who prepare, interests for those who may edit', async () => {
    const aMeeting = () => scene.aMeeting(space)
    await everyoneTriesOn(preparers, aMeeting, (who, id) => who.command('cancelMeeting', { id, reason: 'No quorum' }))
    const item = { title: 'Tried', minutes: 5 }
    await everyoneTries(preparers, (who) => who.command('addParkedItem', { id: v7(), bodyId: bodyIds[space], ...item }))
    await eachInTurnTries(preparers, (who) =>
      who.command('setMeetingSeries', { bodyId: bodyIds[space], minutes: 60, title: `By ${who.key}`, agenda: [item] }),
    )
    const aMeetingOn = async () => {
      const [id, itemId] = [await aMeeting(), v7()]
      await scene.person(ruler[space]).command('setAgenda', { id, agenda: [{ id: itemId, ...item }] })
      return { meetingId: id, itemId }
    }
    await everyoneTriesOn(editors, aMeetingOn, (who, on) =>
      who.command('declareInterest', { id: v7(), ...on, nature: 'Tried', personId: who.personId }),
    )
  })
})

const ownersWords: Record<string, Record<string, string>> = {
  declineAction: { reason: 'Not for us' },
  reportActionProgress: { text: 'Half way' },
  completeAction: { evidence: 'The report is out' },
}

describe('across the programme', () => {
  it('publishMinutes is for those who may publish', () =>
    everyoneTriesOn(
      yes(edits.publish),
      () =>
        scene.aMeeting(
          'workstream 1',
          ['ws1-chair', 'startMeeting'],
          ['ws1-chair', 'endMeeting'],
          ['secretariat', 'circulateMinutes'],
          ['ws1-chair', 'agreeMinutes'],
        ),
      (who, id) => who.command('publishMinutes', { id }),
    ))

  it('appointPerson and endAppointment are for those who keep the membership', async () => {
    const appointment = () => ({
      id: v7(),
      personId: scene.person('guest').personId,
      office: 'MEMBER',
      bodyId: 'body-ws-3',
    })
    await eachInTurnTries(yes(edits.membership), async (who) => {
      const input = appointment()
      const reply = await who.command('appointPerson', input)
      if (!reply.code)
        expect((await scene.person('secretariat').command('endAppointment', { id: input.id })).code).toBeNull()
      return reply
    })
    await eachInTurnTries(yes(edits.membership), async (who) => {
      const input = appointment()
      expect((await scene.person('secretariat').command('appointPerson', input)).code).toBeNull()
      const reply = await who.command('endAppointment', { id: input.id })
      if (reply.code)
        expect((await scene.person('secretariat').command('endAppointment', { id: input.id })).code).toBeNull()
      return reply
    })
  })

  it('proposeBody is for those who keep the membership and those who rule on its parent, closeBody for the chairs alone', async () => {
    const aGroup = (parentId: string) => ({
      id: v7(),
      kind: 'TASK_AND_FINISH',
      name: { en: 'A group to try' },
      parentId,
      remit: 'To be tried',
      plannedEnd: '2027-06-30',
    })
    const keepers = yes(edits.membership)
    const parent = bodyIds['workstream 1']
    const rulesChild = new Set<DemoKey>([...keepers, 'ws1-chair', 'ws1-vice-chair'])
    await everyoneTries(rulesChild, (who) => who.command('proposeBody', aGroup(parent)))
    const aProposedGroup = async () => {
      const group = aGroup(parent)
      await scene.person('secretariat').command('proposeBody', group)
      return group.id
    }
    const closers = new Set<DemoKey>(['mag-chair', 'ws1-chair', 'ws1-vice-chair'])
    await everyoneTriesOn(closers, aProposedGroup, (who, id) =>
      who.command('closeBody', { id, reason: 'Not needed', items: [] }),
    )
  })

  it('addDependency and removeDependency across workstreams are for the operational board', async () => {
    const link = async (who: Person, id = v7()) => {
      const [dependentId, dependsOnId] = [
        await scene.aProposedAction('workstream 1'),
        await scene.aProposedAction('workstream 2'),
      ]
      return who.command('addDependency', {
        id,
        dependentId,
        dependsOnId,
        kind: 'FINISH_TO_START',
        text: 'Waits for it',
      })
    }
    await everyoneTries(yes(edits['operational board']), (who) => link(who))
    await everyoneTries(yes(edits['operational board']), async (who) => {
      const id = v7()
      expect((await link(scene.person('secretariat'), id)).code).toBeNull()
      return who.command('removeDependency', { id })
    })
  })

  it('askForDate is for the Operational Group, chairs, vice-chairs and the secretariat', async () => {
    const askers = new Set<DemoKey>([
      ...yes(edits['operational board']),
      'mag-chair',
      'mag-vice-chair',
      'tf-residential-chair',
    ])
    const waitedFor = async () => {
      const [dependentId, dependsOnId] = [
        await scene.aProposedAction('workstream 1'),
        await scene.aProposedAction('workstream 2'),
      ]
      const link = { id: v7(), dependentId, dependsOnId, kind: 'FINISH_TO_START', text: 'Waits for it' }
      expect((await scene.person('secretariat').command('addDependency', link)).code).toBeNull()
      return dependsOnId
    }
    await everyoneTriesOn(askers, waitedFor, (who, id) => who.command('askForDate', { id }))
  })

  it.each(['1', '2'] as const)('the owner of legacy item %s is proposed by those who may', (number) =>
    eachInTurnTries(yes(edits[`legacy item ${number}`]), async (who) => {
      const id = `legacy-${number}`
      const reply = await who.command(
        'proposeLegacyOwner',
        { id, owner: { personId: scene.person('member').personId } },
        '__typename',
      )
      if (!reply.code)
        expect(
          (await scene.person('member').command('declineLegacyOwner', { id, reason: 'Not now' }, '__typename')).code,
        ).toBeNull()
      return reply
    }),
  )

  it.each(['acceptLegacyOwner', 'declineLegacyOwner', 'releaseLegacyOwner'])(
    '%s is for the one who was asked, or rules',
    (name) => {
      const expected =
        name === 'releaseLegacyOwner' ? (['mag-chair', 'mag-vice-chair', 'member'] as const) : (['member'] as const)
      return eachInTurnTries(new Set<DemoKey>(expected), async (who) => {
        const id = 'legacy-3'
        const owner = { personId: scene.person('member').personId }
        expect(
          (await scene.person('mag-chair').command('proposeLegacyOwner', { id, owner }, '__typename')).code,
        ).toBeNull()
        if (name === 'releaseLegacyOwner')
          await scene.person('member').command('acceptLegacyOwner', { id }, '__typename')
        const reply = await who.command(
          name,
          name === 'acceptLegacyOwner' ? { id } : { id, reason: 'Said why' },
          '__typename',
        )
        await scene.person('member').command('declineLegacyOwner', { id, reason: 'Tidying up' }, '__typename')
        await scene.person('member').command('releaseLegacyOwner', { id, reason: 'Tidying up' }, '__typename')
        return reply
      })
    },
  )
})
