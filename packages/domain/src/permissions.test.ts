import { describe, expect, it } from 'vitest'
import type { Place } from './permissions.js'
import { levelOf, may, maySee, officeFor } from './permissions.js'
import { aBody, anOffice, aPerson } from './scene.fixture.js'

/**
 * The table "Permissions implied" of the requirements, typed by hand. Columns: the advisory group · own workstream · another workstream ·
 * own task and finish group · one whose parent is the own workstream · another one · Operational board · own legacy items · others' ·
 * correspondence · publish · membership. R read, E edit, A approve, – none. What has no own workstream has "another" twice.
 */
const places: readonly string[] = [
  'mag',
  'ws-1',
  'ws-2',
  'tf-of-1',
  'tf-of-2',
  'tf-of-mag',
  'operational',
  'legacy ws-1',
  'legacy ws-2',
  'correspondence',
  'publish',
  'membership',
]
const rows: readonly [office: string, cells: string][] = [
  //                                mag ws1 ws2 tf1 tf2 tfm  board  leg1 leg2  letters publish members
  ['chair mag', '                   A   A   A   R   R   R    R      A    A     A       A       A'],
  ['vice-chair mag', '              A   R   R   R   R   R    R      A    A     R       –       –'],
  ['chair ws-1', '                  E   A   R   A   R   R    E      E    R     R       –       –'],
  ['vice-chair ws-1', '             E   A   R   A   R   R    E      E    R     R       –       –'],
  ['chair ws-2', '                  E   R   A   R   A   R    E      R    E     R       –       –'],
  ['chair tf-of-1', '               E   R   R   A   R   R    –      R    R     R       –       –'],
  ['vice-chair tf-of-1', '          E   R   R   A   R   R    –      R    R     R       –       –'],
  ['member tf-of-1', '              R   R   R   E   R   R    –      R    R     –       –       –'],
  ['member mag', '                  E   R   R   R   R   R    –      R    R     R       –       –'],
  ['member body-social-care-wales', 'R   R   R   R   R   R    E      R    R     –       –       –'],
  ['secretariat team', '            E   E   E   E   E   E    E      E    E     E       E       E'],
  ['minister minister', '           R   R   R   –   –   –    –      R    R     E       –       –'],
  ['official minister', '           R   R   R   –   –   –    –      R    R     E       –       –'],
  ['member committee', '            –   –   –   –   –   –    –      –    –     –       –       –'],
  ['chair committee', '             –   –   –   –   –   –    –      –    –     –       –       –'],
  ['guest mag', '                   –   –   –   –   –   –    –      –    –     –       –       –'],
  ['guest ws-1', '                  –   –   –   –   –   –    –      –    –     –       –       –'],
  // Not in the table: members of a workstream write in their own and read elsewhere (decision 001); the rest carries no right.
  ['member ws-1', '                 R   E   R   R   R   R    –      R    R     R       –       –'],
  ['observer mag', '                –   –   –   –   –   –    –      –    –     –       –       –'],
  ['observer ws-1', '               –   –   –   –   –   –    –      –    –     –       –       –'],
  ['member team', '                 –   –   –   –   –   –    –      –    –     –       –       –'],
  ['chair partner', '               –   –   –   –   –   –    –      –    –     –       –       –'],
  ['office-holder partner', '       –   –   –   –   –   –    –      –    –     –       –       –'],
  ['commissioned-expert partner', ' –   –   –   –   –   –    –      –    –     –       –       –'],
]
const words: Record<string, string> = { '–': 'none', R: 'read', E: 'edit', A: 'approve' }

function aPlace(name: string): Place {
  if (name.startsWith('legacy ')) return { space: 'legacy', workstreamBodyId: name.slice(7) }
  if (name === 'correspondence' || name === 'publish' || name === 'membership') return { space: name }
  return { space: 'body', body: aBody(name) }
}

const cells = rows.flatMap(([office, row]) => {
  const letters = row.trim().split(/\s+/)
  if (letters.length !== places.length) throw new Error(`${office} has ${letters.length} cells`)
  return letters.map((letter, i) => ({ office, place: places[i] ?? '', level: words[letter] ?? letter }))
})

function held(office: string) {
  const [kind = '', body = ''] = office.split(' ')
  return anOffice(kind as Parameters<typeof anOffice>[0], body)
}

describe('the permission table', () => {
  it('has every cell of the requirements', () => {
    expect(cells).toHaveLength(24 * 12)
  })

  it.each(cells)('gives $office at $place: $level', ({ office, place, level }) => {
    expect(levelOf(held(office), aPlace(place))).toBe(level)
  })

  it('gives the board the same to its own place and to the Operational Group as a body', () => {
    for (const [office] of rows)
      expect(levelOf(held(office), { space: 'operational-board' })).toBe(levelOf(held(office), aPlace('operational')))
  })

  it('gives nothing on a body outside the programme', () => {
    for (const [office] of rows) expect(levelOf(held(office), aPlace('partner'))).toBe('none')
  })
})

describe('asking', () => {
  const onWs1 = aPlace('ws-1')

  it.each([
    ['chair ws-1', 'rule', true],
    ['chair ws-1', 'prepare', true],
    ['chair ws-1', 'write', true],
    ['secretariat team', 'rule', false],
    ['secretariat team', 'prepare', true],
    ['secretariat team', 'write', true],
    ['member ws-1', 'prepare', false],
    ['member ws-1', 'write', true],
    ['member mag', 'write', false],
    ['member mag', 'read', true],
    ['guest ws-1', 'read', false],
    ['chair mag', 'rule', true],
    ['vice-chair mag', 'rule', false],
  ] as const)('may %s %s on workstream 1: %s', (office, act, answer) => {
    expect(may(aPerson(office), act, onWs1)).toBe(answer)
  })

  it('adds offices up, and names the one used', () => {
    const both = aPerson('member mag', 'chair ws-1')
    expect(officeFor(both, 'rule', onWs1)?.bodyId).toBe('ws-1')
    expect(officeFor(aPerson('member mag'), 'rule', onWs1)).toBeNull()
  })

  it('gives nothing to somebody without an office', () => {
    for (const place of places) expect(may(aPerson(), 'read', aPlace(place))).toBe(false)
  })
})

describe('seeing', () => {
  const scrutiny = aPerson('member committee')

  it.each([
    ['public', aPerson(), true],
    ['shared', aPerson(), false],
    ['member', aPerson(), false],
    ['shared', scrutiny, true],
    ['member', scrutiny, false],
    ['shared', aPerson('guest ws-1'), false],
    ['member', aPerson('member ws-1'), true],
    ['member', aPerson('minister minister'), true],
  ] as const)('shows what is %s to %o: %s', (audience, viewer, answer) => {
    expect(maySee(viewer, audience, aPlace('ws-1'))).toBe(answer)
  })

  it('hides a task and finish group from the minister, who is not on that row', () => {
    expect(maySee(aPerson('minister minister'), 'member', aPlace('tf-of-1'))).toBe(false)
  })
})
