import type { Random } from './random.js'

/** What is put on the wire: an event as Socket.IO would send it, or a packet that Socket.IO would never write. */
export type Frame = { event: readonly unknown[] } | { packet: string | Uint8Array }

/** What an attacker would put on the wire instead of a message, by name. `id` is a document that others are writing in. */
export type FrameAttack = (random: Random, id: string) => Frame

const events = [
  'document:open',
  'document:push',
  'document:sync',
  'document:close',
  'presence',
  'records:open',
  'records:close',
] as const

function letters(random: Random, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(33 + random.int(94))).join('')
}

function nested(random: Random): unknown {
  const depth = 100 + random.int(900)
  return JSON.parse(
    random.chance(0.5) ? `${'['.repeat(depth)}${']'.repeat(depth)}` : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  )
}

export const frameAttacks: Readonly<Record<string, FrameAttack>> = {
  'no message': (random) => ({ event: [random.pick(events)] }),
  'a message that is none': (random) => ({
    event: [random.pick(events), random.pick<unknown>(['hello', 7, null, true, [], [[]], '', -1])],
  }),
  'an empty message': (random) => ({ event: [random.pick(events), {}] }),
  'an answer that is none': (_random, id) => ({
    event: ['document:open', { documentId: id, clientId: 1 }, 'no function'],
  }),
  'an event nobody knows': (random) => ({
    event: [random.pick(['shutdown', 'eval', 'join', letters(random, 12)]), {}],
  }),
  'an event of the server': (_random, id) => ({ event: ['document:saved', { documentId: id, n: 1, seq: 1 }] }),
  'a name with a meaning': (random) => ({
    event: [random.pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']), {}],
  }),
  'a number for a name': (random) => ({ event: [random.int(100), {}] }),
  'a document of no kind': (random) => ({
    event: [
      'document:open',
      { documentId: random.pick(['constructor:x', 'minutes', 'minutes:', ':x', '', 7]), clientId: 1 },
    ],
  }),
  'an id that is too long, or no id': (random) => ({
    event: ['document:open', { documentId: `minutes:${letters(random, 121 + random.int(500))}`, clientId: 1 }],
  }),
  'an operator': (random) => ({ event: ['records:open', { room: { [random.pick(['$ne', '$gt', '$where'])]: null } }] }),
  'deep nesting': (random, id) => ({ event: ['presence', { in: random.pick(['programme', id]), at: nested(random) }] }),
  'somebody else’s name': (_random, id) => ({
    event: ['presence', { in: id, at: null, name: 'Chair', personId: 'chair' }],
  }),
  'numbers beyond all bounds': (random, id) => ({
    event: [
      'document:open',
      { documentId: id, clientId: random.pick<unknown>([-1, 1.5, 2 ** 32, 1e308, '1', null]), epoch: 2 ** 60 },
    ],
  }),
  'bytes that are none': (random) => ({
    event: [
      'document:push',
      [random.int(9), 1, random.pick(['%%%%', 'A', 'AAA', '====', letters(random, 40)]), null, { again: true }],
    ],
  }),
  'parts that do not fit': (random) => ({
    event: [
      'document:push',
      [random.int(9), 1, 'AAAA', null, { part: { index: 3 + random.int(9), of: random.int(4) } }],
    ],
  }),
  'a caret that is none': (random) => ({
    event: ['document:push', [random.int(9), 1, 'AAA=', random.pick([7, {}, [], ['AAAA'], letters(random, 900)])]],
  }),
  'a document of many names': () => ({ event: ['document:push', [{ $gt: 0 }, 1, 'AAA=']] }),
  'a comparison with nonsense': (random, id) => ({
    event: [
      'document:sync',
      { documentId: id, epoch: 1, stateVector: 'AAAA', deleteSet: letters(random, 64) },
      () => {},
    ],
  }),
  'a field nobody knows': (_random, id) => ({ event: ['document:close', { documentId: id, force: true }] }),
  'a push before opening': (random) => ({
    event: ['document:push', [1e6 + random.int(9), 1, 'AAA=']],
  }),
  'a cut packet': (random, id) => {
    const whole = `2["document:close",${JSON.stringify({ documentId: id })}]`
    return { packet: whole.slice(0, 1 + random.int(whole.length - 1)) }
  },
  'a packet of no kind': (random) => ({ packet: `${random.pick(['7', '8', '9', 'x', '-1'])}["document:close",{}]` }),
  'attachments that never come': (random) => ({
    packet: `5${1 + random.int(9)}-["document:push",{"_placeholder":true,"num":0}]`,
  }),
  'more attachments than there are': () => ({ packet: '5999999999-["document:push"]' }),
  'bytes nobody announced': (random) => ({
    packet: Uint8Array.from({ length: 1 + random.int(200) }, () => random.int(256)),
  }),
  'another namespace': (random) => ({
    packet: random.pick(['0/admin,{}', '2/admin,["document:close",{}]', '1/admin,']),
  }),
  'an answer to no question': (random) => ({ packet: `3${random.int(99)}[{"ok":true}]` }),
  'a reserved event': (random) => ({
    packet: `2["${random.pick(['connect', 'disconnect', 'error', 'disconnecting'])}"]`,
  }),
  // Not 0 or 1 at the beginning: those are honest packets, to come and to go.
  'random text': (random) => ({ packet: random.pick(['7', 'x', '{', '"', ' ']) + letters(random, random.int(80)) }),
}
