import { minutesText, Y } from '@camau/collab'
import type { Random } from './random.js'

const words = ['cam', 'gofal', 'plant', 'ŵyr', 'action', 'owner', '\u{1f4dd}', 'agreed ', 'by ', 'y ']

/** Does one thing an editor might do: types, deletes, makes a paragraph or a list, sets a mark, puts in an action. */
export function edit(doc: Y.Doc, random: Random): void {
  const text = minutesText(doc)
  const at = random.int(text.length + 1)
  const node = text.length > 0 ? text.get(random.int(text.length)) : null
  doc.transact(() => {
    const what = random.int(10)
    if (what < 5 && node instanceof Y.XmlElement) typeInto(node, random)
    else if (what === 5 && text.length > 3) text.delete(random.int(text.length), 1)
    else if (what === 6) text.insert(at, [anElement('actionRef', { id: `a-${random.int(50)}` })])
    else if (what === 7) text.insert(at, [aList(random)])
    else text.insert(at, [aParagraph(random.pick(words))])
  })
}

export function aParagraph(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

function anElement(name: string, attributes: Record<string, string> = {}): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

function typeInto(node: Y.XmlElement, random: Random): void {
  const child = node.length > 0 ? node.get(0) : null
  if (!(child instanceof Y.XmlText)) {
    if (node.nodeName === 'paragraph') node.insert(0, [new Y.XmlText(random.pick(words))])
    return
  }
  const text = wordsOf(child)
  const at = besidePairs(text, random.int(child.length + 1))
  const last = besidePairs(text, text.length - 1) === text.length ? text.length - 2 : text.length - 1
  const some = Math.min(at, last)
  if (random.chance(0.25) && child.length > 2) child.delete(some, besidePairs(text, some + 1) - some)
  else if (random.chance(0.2) && child.length > 1)
    child.format(0, besidePairs(text, 1 + random.int(child.length - 1)), { bold: {} })
  else child.insert(at, random.pick(words))
}

const wordsOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => insert)
    .join('')

/** The next place that is not inside a character of two halves: no editor lets anybody cut one, and Yjs shows what is left as two question marks. */
function besidePairs(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  return before >= 0xd800 && before <= 0xdbff ? at + 1 : at
}

function aList(random: Random): Y.XmlElement {
  const list = anElement('bulletList')
  const item = anElement('listItem')
  item.insert(0, [aParagraph(random.pick(words))])
  list.insert(0, [item])
  return list
}
