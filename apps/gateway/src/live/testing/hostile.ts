import { Y } from '@camau/collab'
import { encoding } from './lib0.js'
import type { Random } from './random.js'

/** What an attacker would try, by name. Each makes one update from the document as it stands and a client id of the attacker's own. */
export type Attack = (honest: Y.Doc, random: Random, client: number) => Uint8Array

/** An update that a changed client would make: `change` is free to put in what no editor would. */
export function from(honest: Y.Doc, client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(honest))
  const before = Y.encodeStateVector(doc)
  doc.clientID = client
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

const inText = (doc: Y.Doc) => doc.getXmlFragment('default')
const bytes = (random: Random, length: number) => Uint8Array.from({ length }, () => random.int(256))

function nested(depth: number): Y.XmlElement {
  const top = new Y.XmlElement('blockquote')
  let at = top
  for (let i = 0; i < depth; i++) {
    const inner = new Y.XmlElement('blockquote')
    at.insert(0, [inner])
    at = inner
  }
  return top
}

function element(name: string, attributes: Record<string, unknown> = {}): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, never>>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as never)
  return made as unknown as Y.XmlElement
}

function linkTo(href: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.insert(0, 'click', { link: { href } })
  paragraph.insert(0, [text])
  return paragraph
}

export const attacks: Readonly<Record<string, Attack>> = {
  'random bytes': (_honest, random) => bytes(random, 1 + random.int(400)),
  'nothing at all': () => new Uint8Array(),
  'a cut update': (honest, random, client) => {
    const update = from(honest, client, (doc) => inText(doc).push([element('paragraph')]))
    return update.slice(0, 1 + random.int(update.length - 1))
  },
  'a flipped update': (honest, random, client) => {
    const update = from(honest, client, (doc) => inText(doc).push([linkTo('https://a.cymru')]))
    for (let i = 0; i < 4; i++) update[random.int(update.length)] = random.int(256)
    return update
  },
  'the other encoding': (honest, _random, client) =>
    Y.convertUpdateFormatV1ToV2(from(honest, client, (doc) => inText(doc).push([element('paragraph')]))),
  'the update that hangs decoders of the other encoding': () =>
    new Uint8Array([0, 0, 5, 1, 255, 255, 255, 255, 15, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 255, 255, 255, 255, 15, 0, 0]),
  'another person’s client id': (honest) => {
    const victim = [...honest.store.clients.keys()].sort((a, b) => b - a)[0] ?? 1
    return from(honest, victim, (doc) => inText(doc).push([element('paragraph')]))
  },
  'the server’s client id': (honest) => from(honest, 1, (doc) => inText(doc).push([element('paragraph')])),
  'a withheld predecessor': (_honest, random, client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let i = 0; i < 3; i++) inText(doc).push([element('paragraph')])
    return updates[1 + random.int(2)] ?? new Uint8Array()
  },
  'another root': (honest, random, client) =>
    from(honest, client, (doc) => doc.getMap(random.pick(['status', 'owner', 'audit'])).set('x', 1)),
  'another kind of root': (honest, _random, client) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(honest))
    const before = Y.encodeStateVector(doc)
    doc.clientID = client
    doc.getMap('default').set('status', 'closed')
    return Y.encodeStateAsUpdate(doc, before)
  },
  'an unknown node': (honest, random, client) =>
    from(honest, client, (doc) =>
      inText(doc).push([element(random.pick(['script', 'iframe', '__proto__', 'constructor', 'PARAGRAPH']))]),
    ),
  'an unknown attribute': (honest, random, client) =>
    from(honest, client, (doc) =>
      inText(doc).push([element('paragraph', { [random.pick(['onclick', 'style', '__proto__', 'toString'])]: 'x' })]),
    ),
  'an attribute of the wrong type': (honest, random, client) =>
    from(honest, client, (doc) =>
      inText(doc).push([element('heading', { level: random.pick<unknown>(['2', { a: 1 }, [1], true]) })]),
    ),
  'a link that runs a script': (honest, random, client) =>
    from(honest, client, (doc) =>
      inText(doc).push([
        linkTo(random.pick(['javascript:alert(1)', 'data:text/html,x', ' javascript:x', 'vbscript:x'])),
      ]),
    ),
  'an unknown mark': (honest, _random, client) =>
    from(honest, client, (doc) => {
      const text = new Y.XmlText()
      text.insert(0, 'x', { style: { color: 'red' } })
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      inText(doc).push([paragraph])
    }),
  'an object in the text': (honest, _random, client) =>
    from(honest, client, (doc) => {
      const text = new Y.XmlText()
      text.insertEmbed(0, { image: 'https://x' })
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      inText(doc).push([paragraph])
    }),
  'a document in the document': (honest, _random, client) =>
    from(honest, client, (doc) => inText(doc).push([element('paragraph', { sub: new Y.Doc() })])),
  'towers of nodes': (honest, random, client) =>
    from(honest, client, (doc) => inText(doc).push([nested(40 + random.int(300))])),
  'a deletion of what is not there': (_honest, random, client) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0) // no structs
    encoding.writeVarUint(encoder, 1) // one client's deletions
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1_000 + random.int(1_000))
    encoding.writeVarUint(encoder, 1 + random.int(2 ** 31))
    return encoding.toUint8Array(encoder)
  },
  'a clock beyond all numbers': (_honest, _random, client) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 0)
    encoding.writeUint8(encoder, 0) // a collected range …
    encoding.writeVarUint(encoder, Number.MAX_SAFE_INTEGER) // … of this length
    encoding.writeVarUint(encoder, 0)
    return encoding.toUint8Array(encoder)
  },
  'a promise of a billion structs': (_honest, _random, client) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 2 ** 31)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 0)
    return encoding.toUint8Array(encoder)
  },
}
