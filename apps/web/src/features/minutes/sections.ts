import {
  type AbstractType,
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  type Doc,
  XmlElement,
  type XmlFragment,
} from 'yjs'

/** For which item of the agenda somebody is writing: the nearest heading above their caret that belongs to one. */
export function itemAt(doc: Doc, fragment: XmlFragment, caret: unknown): string | null {
  const top = topNode(doc, fragment, caret)
  if (!top) return null
  const nodes = fragment.toArray()
  const above = nodes.slice(0, nodes.indexOf(top) + 1).reverse()
  return above.map(itemOf).find((id) => id !== null) ?? null
}

function itemOf(node: unknown): string | null {
  const id = node instanceof XmlElement && node.nodeName === 'heading' ? node.getAttribute('itemId') : null
  return typeof id === 'string' ? id : null
}

function topNode(doc: Doc, fragment: XmlFragment, caret: unknown): XmlElement | null {
  let type = placeOf(doc, caret)
  while (type && type.parent !== fragment) type = type.parent
  return type instanceof XmlElement ? type : null
}

function placeOf(doc: Doc, caret: unknown): AbstractType<unknown> | null {
  try {
    return createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(caret), doc)?.type ?? null
  } catch {
    // What came over the wire is not a position: nobody is shown anywhere.
    return null
  }
}
