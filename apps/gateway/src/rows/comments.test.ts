import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let vice: Caller
let owner: Caller
let reader: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  vice = await programme.as('ws1-vice-chair')
  owner = await programme.as('ws2-vice-chair')
  reader = await programme.as('scrutiny-reader')
})
afterAll(() => programme?.stop())

const shape =
  'id text author { name } mentions { label { en } office } earlier { text } withdrawnAt withdrawnBy { name } resolvedAt resolvedBy { name } version'
const vice2 = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }

async function anAction(): Promise<{ type: string; id: string }> {
  const id = v7()
  await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title: 'Map the core offer' })
  await chair.tell('assignAction', { id, owner: vice2 })
  return { type: 'Action', id }
}

const list = async (who: Caller, about: object) =>
  (await who.ask(`query C($about: CommentAboutInput!) { comments(about: $about) { ${shape} } }`, { about })).comments

async function kinds(who: Caller, id: string): Promise<string[]> {
  const { viewer } = await who.ask('{ viewer { notices(first: 100) { edges { node { kind text about { id } } } } } }')
  const all: { node: { kind: string; text: string | null; about: { id: string } } }[] = viewer.notices.edges
  return all.filter(({ node }) => node.about.id === id).map(({ node }) => `${node.kind} ${node.text ?? ''}`.trim())
}

describe('comments', () => {
  it('row 27: a comment is told to the owner and to those who spoke before, a mention to whoever is mentioned', async () => {
    const about = await anAction()
    await vice.tell('addComment', { id: v7(), about, text: 'Who has the figures?' }, shape)
    expect(await kinds(owner, about.id)).toEqual(['COMMENTED Who has the figures?', 'ASSIGNED'])
    const text = 'I do. @[office:body-ws-1:chair], shall I send them?'
    const said = await owner.tell('addComment', { id: v7(), about, text }, shape)
    expect(said.mentions).toEqual([{ label: { en: 'Chair, Workstream 1' }, office: 'CHAIR' }])
    expect(await kinds(chair, about.id)).toEqual(['MENTIONED I do. @Chair, Workstream 1, shall I send them?'])
    expect(await kinds(vice, about.id)).toEqual(['COMMENTED I do. @Chair, Workstream 1, shall I send them?'])
    expect(await kinds(owner, about.id)).toHaveLength(2)
    expect((await list(chair, about)).map((one: { text: string }) => one.text)).toEqual(['Who has the figures?', text])
  })

  it('row 27: whom one may mention by name is whoever may see the record; items of an agenda say how much is said of them', async () => {
    const about = await anAction()
    const mentionable = async (who: Caller, one: object) => {
      const query = 'query M($about: CommentAboutInput!) { mentionable(about: $about) { id name } }'
      return (await who.ask(query, { about: one })).mentionable.map(({ id }: { id: string }) => id)
    }
    const seeing = await mentionable(chair, about)
    expect(seeing).toEqual(expect.arrayContaining(['demo-ws2-vice-chair', 'demo-member']))
    expect(seeing).not.toContain('demo-scrutiny-reader')
    for (const id of ['demo-member', 'demo-ws3-chair'])
      await chair.tell('addComment', { id: v7(), about, text: `See @[person:${id}]` })
    await chair.tell('restrictAction', { id: about.id, to: [{ bodyId: 'body-ws-1', office: 'CHAIR' }] })
    expect(await mentionable(chair, about)).toEqual(['demo-ws1-chair', 'demo-ws2-vice-chair'])
    await expect(mentionable(reader, about)).rejects.toThrow('not-found')

    const { meeting } = await chair.ask('{ meeting(id: "example-meeting-mag") { agenda { id } } }')
    const items = meeting.agenda.map(({ id }: { id: string }) => ({
      type: 'AgendaItem',
      id: `example-meeting-mag:${id}`,
    }))
    await chair.tell('addComment', { id: v7(), about: items[1], text: 'Is there a paper?' })
    const gone = v7()
    await chair.tell('addComment', { id: gone, about: items[1], text: 'Never mind' })
    await chair.tell('withdrawComment', { id: gone })
    const counts = async (who: Caller, asked: object[]) =>
      (await who.ask('query N($about: [CommentAboutInput!]!) { commentCounts(about: $about) }', { about: asked }))
        .commentCounts
    expect(await counts(vice, [...items.slice(0, 2), about])).toEqual([0, 1, 0])
    expect(await counts(reader, items.slice(0, 2))).toEqual([0, 0])
    await expect(
      counts(
        vice,
        Array.from({ length: 101 }, () => about),
      ),
    ).rejects.toThrow('too-long')
  })

  it('are changed and withdrawn with a trace, settled and opened again', async () => {
    const about = await anAction()
    const id = v7()
    await owner.tell('addComment', { id, about, text: 'First' })
    expect(await chair.refused('editComment', { id, text: 'Mine' })).toMatchObject({ code: 'not-yours' })
    expect(await owner.tell('editComment', { id, text: 'Second' }, shape)).toMatchObject({
      text: 'Second',
      earlier: [{ text: 'First' }],
    })
    expect(await vice.tell('resolveComment', { id }, shape)).toMatchObject({
      resolvedBy: { name: 'Vice-Chair, Workstream 1' },
    })
    expect(await vice.tell('resolveComment', { id, resolved: false }, shape)).toMatchObject({ resolvedBy: null })
    await chair.tell('withdrawComment', { id })
    expect(await list(owner, about)).toMatchObject([
      { text: '', earlier: [], withdrawnBy: { name: 'Chair, Workstream 1' }, version: 5 },
    ])
  })

  it('mention nobody who may not see the record: refused with their name', async () => {
    const about = await anAction()
    const text = 'See @[person:demo-scrutiny-reader]'
    const refused = await chair.refused('addComment', { id: v7(), about, text })
    expect(refused).toMatchObject({ code: 'cannot-see-it', details: { names: [expect.stringMatching(/scrutiny/i)] } })
    expect(await list(chair, about)).toEqual([])
  })

  it('are said by those who write there, and read by those who may read there: what is public publishes none', async () => {
    const about = await anAction()
    const other = await programme.as('ws3-chair')
    expect(await other.refused('addComment', { id: v7(), about, text: 'Mine too' })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await reader.refused('addComment', { id: v7(), about, text: 'Hm' })).toMatchObject({ code: 'not-found' })
    const legacy = { type: 'LegacyItem', id: 'legacy-1' }
    await chair.tell('addComment', { id: v7(), about: legacy, text: 'Who takes this?' })
    expect(await list(other, legacy)).toMatchObject([{ text: 'Who takes this?' }])
    expect(await list(reader, legacy)).toEqual([])
  })

  it('go with their record when it is restricted', async () => {
    const about = await anAction()
    await vice.tell('addComment', { id: v7(), about, text: 'A quiet word' })
    const seen = await programme.as('ws3-chair')
    const told = async (who: Caller) =>
      JSON.stringify(await who.ask('{ changes(room: "body:body-ws-1", last: 20) { patches { type fields } } }'))
    expect(await told(seen)).toContain('A quiet word')
    const to = [
      { bodyId: 'body-ws-1', office: 'CHAIR' },
      { bodyId: 'body-ws-1', office: 'VICE_CHAIR' },
    ]
    await chair.tell('restrictAction', { id: about.id, to })
    expect(await told(seen)).not.toContain('A quiet word')
    expect(await told(chair)).toContain('A quiet word')
    await expect(list(seen, about)).rejects.toThrow('not-found')
    await chair.tell('addComment', { id: v7(), about, text: 'Quieter still' })
    expect(await told(seen)).not.toContain('Quieter')
  })

  it('stand beside an item of an agenda too, and a meeting', async () => {
    const { meetings } = await chair.ask('{ meetings(bodyId: "body-ws-1") { id agenda { id } } }')
    const [meeting] = meetings
    const about = { type: 'AgendaItem', id: `${meeting.id}:${meeting.agenda[0].id}` }
    await chair.tell('addComment', { id: v7(), about, text: 'Ten minutes will do' })
    expect(await list(vice, about)).toMatchObject([{ text: 'Ten minutes will do' }])
    expect(
      await chair.refused('addComment', { id: v7(), about: { ...about, id: `${meeting.id}:none` }, text: 'x' }),
    ).toMatchObject({ code: 'not-found' })
  })

  it('row 27: a line of the inbox on a comment is there while the comment may be read, with its words of now', async () => {
    const meetingId = v7()
    const item = v7()
    await chair.tell('createMeeting', {
      ...{ id: meetingId, bodyId: 'body-ws-1' },
      ...{ startsAt: '2032-03-01T10:00:00Z', endsAt: '2032-03-01T12:00:00Z' },
      agenda: [{ id: item, title: 'Bramble House', minutes: 20 }],
    })
    const onItem = { type: 'AgendaItem', id: `${meetingId}:${item}` }
    const mention = '@[person:demo-ws1-vice-chair]'
    const about = await anAction()
    const ids = [v7(), v7(), v7()]
    await chair.tell('addComment', { id: ids[0], about: onItem, text: `${mention} Bramble costs too much` })
    await chair.tell('addComment', { id: ids[1], about, text: `${mention} Bramble again` })
    const lines = async (who: Caller) => {
      const { viewer } = await who.ask(
        '{ viewer { noticesUnread notices(first: 100) { totalCount unreadCount edges { node { id text } } } } }',
      )
      const { totalCount, unreadCount, edges } = viewer.notices
      const bramble = edges.filter(({ node }: { node: { text: string } }) => node.text?.includes('Bramble')).length
      return { bramble, counts: [totalCount, unreadCount, viewer.noticesUnread] }
    }
    const all = await lines(vice)
    const fewer = (by: number) => ({ bramble: 2 - by, counts: all.counts.map((count) => count - by) })
    expect(all.bramble).toBe(2)
    const to = [{ bodyId: 'body-ws-1', office: 'CHAIR' }]
    await chair.tell('restrictAgendaItem', { id: item, meetingId, restrictedTo: to })
    expect(await lines(vice)).toEqual(fewer(1))
    await chair.tell('restrictAction', { id: about.id, to })
    expect(await lines(vice)).toEqual(fewer(2))
    expect(await vice.tell('markNoticesRead', {}, 'text')).not.toContainEqual({
      text: expect.stringContaining('Bramble'),
    })
    await chair.tell('restrictAction', { id: about.id, to: null })
    await chair.tell('editComment', { id: ids[1], text: `${mention} Put more mildly` })
    expect(await kinds(vice, about.id)).toEqual(['MENTIONED @Vice-Chair, Workstream 1 Put more mildly'])
    await chair.tell('withdrawComment', { id: ids[1] })
    expect(await kinds(vice, about.id)).toEqual([])
  })
})
