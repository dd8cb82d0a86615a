import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, bodyIds, edits, prepares, reads, type Space, yes } from './permission-table.js'
import { type DemoKey, demoKeys, type Person, type Reply, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
const people = new Map<DemoKey, Person>()
const person = (key: DemoKey): Person => {
  const found = people.get(key)
  if (!found) throw new Error(`${key} is not signed in`)
  return found
}
const spaces = Object.keys(bodyIds) as Space[]
/** Somebody who may do everything in a space, to set the scene. */
const ruler: Record<Space, DemoKey> = {
  'advisory group': 'mag-chair',
  'workstream 1': 'ws1-chair',
  'workstream 2': 'ws2-chair',
  'residential group': 'tf-residential-chair',
}

beforeAll(async () => {
  product = await startProduct({ CAMAU_LIMIT_REQUESTS: '100000' })
  for (const key of demoKeys) people.set(key, await signIn(product, key))
})
afterAll(() => product?.end())

/** Everyone tries, each on a scene of their own; afterwards exactly the expected ones were let through. */
async function everyoneTries(expected: ReadonlySet<DemoKey>, attempt: (who: Person) => Promise<Reply<unknown>>) {
  const allowed = new Map<DemoKey, string>()
  for (const key of demoKeys) {
    const { code } = await attempt(person(key))
    allowed.set(key, code === null ? 'yes' : code === 'not-permitted' || code === 'not-found' ? 'no' : code)
  }
  expect(Object.fromEntries(allowed)).toEqual(
    Object.fromEntries(demoKeys.map((key) => [key, expected.has(key) ? 'yes' : 'no'])),
  )
}

async function aProposedAction(space: Space): Promise<string> {
  const id = v7()
  const { code } = await person(ruler[space]).command('proposeAction', {
    id,
    bodyId: bodyIds[space],
    title: 'An action to try',
  })
  expect(code).toBeNull()
  return id
}

async function anOpenAction(space: Space, ownerKey: DemoKey = 'member'): Promise<string> {
  const id = await aProposedAction(space)
  const { code } = await person(ruler[space]).command('assignAction', {
    id,
    owner: { personId: person(ownerKey).personId },
  })
  expect(code).toBeNull()
  return id
}

async function aMeeting(space: Space, ...steps: [DemoKey, string][]): Promise<string> {
  const id = v7()
  const { code } = await person(ruler[space]).command('createMeeting', aMeetingInput(space, id))
  expect(code).toBeNull()
  for (const [key, step] of steps) expect((await person(key).command(step, { id })).code).toBeNull()
  return id
}

const aMeetingInput = (space: Space, id: string) => ({
  id,
  bodyId: bodyIds[space],
  startsAt: '2026-12-01T10:00:00.000Z',
  endsAt: '2026-12-01T12:00:00.000Z',
})

describe.each(spaces)('in the space of the %s', (space) => {
  const editors = yes(edits[space])
  const preparers = yes(prepares[space])
  const rulers = yes(approves[space])

  it('proposeAction is for those who may edit', () =>
    everyoneTries(editors, (who) => who.command('proposeAction', { id: v7(), bodyId: bodyIds[space], title: 'Tried' })))

  it('assignAction is for those who may approve', () =>
    everyoneTries(rulers, async (who) =>
      who.command('assignAction', { id: await aProposedAction(space), owner: { personId: person('member').personId } }),
    ))

  it('setActionDueDate is for those who may approve', () =>
    everyoneTries(rulers, async (who) =>
      who.command('setActionDueDate', {
        id: await aProposedAction(space),
        due: { earliest: '2027-03-01', latest: '2027-03-01' },
      }),
    ))

  it('closeAction is for those who may approve', () =>
    everyoneTries(rulers, async (who) =>
      who.command('closeAction', { id: await anOpenAction(space), evidence: 'Shown' }),
    ))

  it('dropAction and reopenAction are for those who may approve', async () => {
    await everyoneTries(rulers, async (who) =>
      who.command('dropAction', { id: await anOpenAction(space), reason: 'Overtaken' }),
    )
    await everyoneTries(rulers, async (who) => {
      const id = await anOpenAction(space)
      await person(ruler[space]).command('dropAction', { id, reason: 'Overtaken' })
      return who.command('reopenAction', { id, reason: 'Not overtaken after all' })
    })
  })

  it.each(['acceptAction', 'declineAction', 'reportActionProgress', 'completeAction'])(
    '%s is for the owner alone',
    (name) =>
      everyoneTries(new Set<DemoKey>(['mag-vice-chair']), async (who) => {
        const id = await anOpenAction(space, 'mag-vice-chair')
        if (name === 'reportActionProgress' || name === 'completeAction')
          await person('mag-vice-chair').command('acceptAction', { id })
        return who.command(name, { id, ...ownersWords[name] })
      }),
  )

  it('createMeeting, setAgenda and setAttendance are for those who prepare', async () => {
    await everyoneTries(preparers, (who) => who.command('createMeeting', aMeetingInput(space, v7())))
    const id = await aMeeting(space)
    await everyoneTries(preparers, (who) =>
      who.command('setAgenda', { id, agenda: [{ id: v7(), title: `Item of ${who.key}`, minutes: 10 }] }),
    )
    await everyoneTries(preparers, (who) =>
      who.command('setAttendance', { id, personId: person(ruler[space]).personId, state: 'PRESENT' }),
    )
  })

  it('startMeeting, endMeeting and circulateMinutes are for those who prepare', async () => {
    const chair = ruler[space]
    await everyoneTries(preparers, async (who) => who.command('startMeeting', { id: await aMeeting(space) }))
    await everyoneTries(preparers, async (who) =>
      who.command('endMeeting', { id: await aMeeting(space, [chair, 'startMeeting']) }),
    )
    await everyoneTries(preparers, async (who) =>
      who.command('circulateMinutes', { id: await aMeeting(space, [chair, 'startMeeting'], [chair, 'endMeeting']) }),
    )
  })

  it('agreeMinutes is for those who may approve', () => {
    const chair = ruler[space]
    return everyoneTries(rulers, async (who) =>
      who.command('agreeMinutes', {
        id: await aMeeting(space, [chair, 'startMeeting'], [chair, 'endMeeting'], ['secretariat', 'circulateMinutes']),
      }),
    )
  })

  it('recordDecision is for those who may edit', async () => {
    const meetingId = await aMeeting(space, [ruler[space], 'startMeeting'])
    await everyoneTries(editors, (who) => who.command('recordDecision', { id: v7(), meetingId, text: 'Resolved' }))
  })

  it('what is for members only is not found by others', async () => {
    const [actionId, meetingId] = [await aProposedAction(space), await aMeeting(space)]
    await everyoneTries(yes(reads[space]), (who) =>
      who.ask('query ($id: ID!) { action(id: $id) { title } }', { id: actionId }),
    )
    await everyoneTries(yes(reads[space]), (who) =>
      who.ask('query ($id: ID!) { meeting(id: $id) { id } }', { id: meetingId }),
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
    everyoneTries(yes(edits.publish), async (who) =>
      who.command('publishMinutes', {
        id: await aMeeting(
          'workstream 1',
          ['ws1-chair', 'startMeeting'],
          ['ws1-chair', 'endMeeting'],
          ['secretariat', 'circulateMinutes'],
          ['ws1-chair', 'agreeMinutes'],
        ),
      }),
    ))

  it('appointPerson and endAppointment are for those who keep the membership', async () => {
    const appointment = () => ({ id: v7(), personId: person('guest').personId, office: 'MEMBER', bodyId: 'body-ws-3' })
    await everyoneTries(yes(edits.membership), async (who) => {
      const input = appointment()
      const reply = await who.command('appointPerson', input)
      if (!reply.code) expect((await person('secretariat').command('endAppointment', { id: input.id })).code).toBeNull()
      return reply
    })
    await everyoneTries(yes(edits.membership), async (who) => {
      const input = appointment()
      expect((await person('secretariat').command('appointPerson', input)).code).toBeNull()
      const reply = await who.command('endAppointment', { id: input.id })
      if (reply.code) expect((await person('secretariat').command('endAppointment', { id: input.id })).code).toBeNull()
      return reply
    })
  })

  it('addDependency and removeDependency across workstreams are for the operational board', async () => {
    const link = async (who: Person, id = v7()) => {
      const [dependentId, dependsOnId] = [await aProposedAction('workstream 1'), await aProposedAction('workstream 2')]
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
      expect((await link(person('secretariat'), id)).code).toBeNull()
      return who.command('removeDependency', { id })
    })
  })

  it.each(['1', '2'] as const)('the owner of legacy item %s is proposed by those who may', (number) =>
    everyoneTries(yes(edits[`legacy item ${number}`]), async (who) => {
      const id = `legacy-${number}`
      const reply = await who.command(
        'proposeLegacyOwner',
        { id, owner: { personId: person('member').personId } },
        '__typename',
      )
      if (!reply.code)
        expect(
          (await person('member').command('declineLegacyOwner', { id, reason: 'Not now' }, '__typename')).code,
        ).toBeNull()
      return reply
    }),
  )

  it.each(['acceptLegacyOwner', 'declineLegacyOwner', 'releaseLegacyOwner'])(
    '%s is for the one who was asked, or rules',
    (name) => {
      const expected =
        name === 'releaseLegacyOwner' ? (['mag-chair', 'mag-vice-chair', 'member'] as const) : (['member'] as const)
      return everyoneTries(new Set<DemoKey>(expected), async (who) => {
        const id = 'legacy-3'
        const owner = { personId: person('member').personId }
        expect((await person('mag-chair').command('proposeLegacyOwner', { id, owner }, '__typename')).code).toBeNull()
        if (name === 'releaseLegacyOwner') await person('member').command('acceptLegacyOwner', { id }, '__typename')
        const reply = await who.command(
          name,
          name === 'acceptLegacyOwner' ? { id } : { id, reason: 'Said why' },
          '__typename',
        )
        await person('member').command('declineLegacyOwner', { id, reason: 'Tidying up' }, '__typename')
        await person('member').command('releaseLegacyOwner', { id, reason: 'Tidying up' }, '__typename')
        return reply
      })
    },
  )
})
