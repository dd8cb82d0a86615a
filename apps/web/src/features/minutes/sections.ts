import {
  type AbstractType,
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  type Doc,
  XmlElement,
  type XmlFragment,
} from 'yjs'

/** A section of the minutes is what stands below a heading of the second level: one for each item of the agenda. */
export function isSectionHeading(node: unknown): boolean {
  return node instanceof XmlElement && node.nodeName === 'heading' && Number(node.getAttribute('level')) === 2
}

/** In which section somebody's caret stands, counted from 1; null above the first heading or when the place is gone. */
export function sectionOf(doc: Doc, fragment: XmlFragment, caret: unknown): number | null {
  const top = topNode(doc, fragment, caret)
  if (!top) return null
  const nodes = fragment.toArray()
  const section = nodes.slice(0, nodes.indexOf(top) + 1).filter(isSectionHeading).length
  return section || null
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
