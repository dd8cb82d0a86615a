import { Y } from '@camau/collab'
import { bombs } from '../testing/bombs.js'
import { attacks, from } from '../testing/hostile.js'
import { aParagraph } from '../testing/typist.js'
import { aClientId, aPusher, count, type Flood, type Outcomes, type Pusher, type Scene } from './scene.js'

/** Somebody who comes back whenever they are thrown out, with the document as it was then. */
async function again(scene: Scene, person: string, last: Pusher | null): Promise<Pusher> {
  if (last?.socket.connected) return last
  last?.socket.close()
  return aPusher(scene.target, person, scene.shared)
}

/** Mutated updates and forged client ids, into the document that others are writing in. */
export const updates: Flood = async (scene) => {
  const outcomes: Outcomes = {}
  const names = Object.keys(attacks)
  let left = Math.round(20_000 * scene.size)
  const attack = async (person: string): Promise<void> => {
    let pusher: Pusher | null = null
    let doc = new Y.Doc()
    while (left-- > 0) {
      const name = names[left % names.length] ?? ''
      const next = await again(scene, person, pusher)
      if (next !== pusher) {
        doc = new Y.Doc()
        Y.applyUpdate(doc, next.opened.update)
      }
      pusher = next
      const code = await pusher.push(one(name, doc, scene))
      count(outcomes, code === 'saved' ? `saved: ${name}` : code)
    }
    pusher?.socket.close()
  }
  await Promise.all(scene.people.flatMap((person) => [attack(person), attack(person)]))
  return outcomes
}

function one(name: string, doc: Y.Doc, { random, victims }: Scene): Uint8Array {
  if (name === 'another person’s client id')
    return from(doc, random.pick(victims), (own) => own.getXmlFragment('default').push([aParagraph('forged')]))
  return attacks[name]?.(doc, random, aClientId()) ?? new Uint8Array()
}

/** Large updates whose beginning is withheld: kept until it came, they would fill the memory. */
export const gaps: Flood = async (scene) => {
  const outcomes: Outcomes = {}
  const doc = new Y.Doc()
  doc.clientID = aClientId()
  const written: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void written.push(update))
  for (const words of ['first', 'w'.repeat(100_000)]) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment('default').push([paragraph])
  }
  const pusher = await aPusher(scene.target, scene.people[0] ?? '', scene.shared)
  for (let i = 0; i < 600 * scene.size; i++) count(outcomes, await pusher.push(written[1] ?? new Uint8Array()))
  pusher.socket.close()
  return outcomes
}

/** Small updates that would keep the gateway busy for long. */
export const nestedBombs: Flood = async ({ target, bombers, size }) => {
  const outcomes: Outcomes = {}
  const client = aClientId()
  const { text, holes } = bombs.confetti(100_000, client)
  const made = {
    towers: () => bombs.tower(12_000, aClientId()),
    crowds: () => bombs.crowd(6_000, [aClientId(), aClientId()]),
    confetti: () => holes,
    'crowds just small enough': () => bombs.crowd(1_000, [aClientId(), aClientId()]),
  }
  for (const [i, [name, make]] of Object.entries(made).entries()) {
    const { person = '', documentId = 'minutes:none' } = bombers[i] ?? {}
    for (let times = 0; times < Math.max(2, 60 * size); times++) {
      const pusher = await aPusher(target, person, documentId)
      if (name === 'confetti' && times === 0) count(outcomes, `text for confetti: ${await pusher.push(text)}`)
      count(outcomes, `${name}: ${await pusher.push(make())}`)
      pusher.socket.close()
    }
  }
  return outcomes
}

/** More than may be pasted, and as much as may be. */
export const pastes: Flood = async ({ target, people, own, size }) => {
  const outcomes: Outcomes = {}
  const [, documentId = 'minutes:none'] = own
  for (let i = 0; i < Math.max(1, 8 * size); i++) {
    for (const bytes of [9_500_000, 1_000_000]) {
      const pusher = await aPusher(target, people[0] ?? '', documentId)
      count(outcomes, `${bytes / 1e6} MB: ${await pusher.push(paste(bytes))}`)
      pusher.socket.close()
    }
  }
  return outcomes
}

/** Parts of pastes whose last part never comes. */
export const unfinished: Flood = async ({ target, people, own, size }) => {
  const outcomes: Outcomes = {}
  const part = Buffer.alloc(180_000, 7).toString('base64')
  const open: Pusher[] = []
  for (let i = 0; i < Math.max(2, 40 * size); i++) {
    const documentId = own[i % own.length] ?? 'minutes:none'
    const pusher = await aPusher(target, people[i % people.length] ?? '', documentId)
    open.push(pusher)
    pusher.socket.on('document:refused', ({ code }: { code: string }) => count(outcomes, code))
    for (let index = 0; index < 40; index++) pusher.raw(1, [part, null, { again: true, part: { index, of: 43 } }])
  }
  await Promise.all(open.map(({ socket }) => settled(socket)))
  for (const { socket } of open) {
    count(outcomes, socket.connected ? 'still there' : 'thrown out')
    socket.close()
  }
  return outcomes
}

async function settled(socket: Pusher['socket']): Promise<void> {
  if (socket.connected)
    await socket
      .timeout(20_000)
      .emitWithAck('records:open', { room: 'person:nobody' })
      .catch(() => {})
}

function paste(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = aClientId()
  const line = 'w'.repeat(400)
  const paragraphs = Array.from({ length: Math.ceil(bytes / 460) }, () => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(line)])
    return paragraph
  })
  doc.getXmlFragment('default').insert(0, paragraphs)
  return Y.encodeStateAsUpdate(doc)
}
