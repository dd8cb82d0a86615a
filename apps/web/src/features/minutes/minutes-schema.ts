import { type AnyExtension, Node } from '@tiptap/core'
import { Heading } from '@tiptap/extension-heading'
import { textSchema } from '../../editor/text-schema'

/** The minutes hold only who the action is; everything it says comes from the record. */
export const ActionRef = recordNode('actionRef')
/** A decision in the minutes: again its id and nothing else. */
export const DecisionRef = recordNode('decisionRef')

/** The second level opens a section, and says for which item of the agenda; the first is the page's own heading. */
const SectionHeading = Heading.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      itemId: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-item'),
        renderHTML: ({ itemId }: { itemId?: string | null }) => (itemId ? { 'data-item': itemId } : {}),
      },
    }
  },
}).configure({ levels: [2, 3] })

/** What minutes may hold, as `@camau/collab` admits it. The nodes that draw records come from the editor; tests take the plain ones. */
export function minutesSchema(nodes: { actionRef?: AnyExtension; decisionRef?: AnyExtension } = {}): AnyExtension[] {
  return [...textSchema(SectionHeading), nodes.actionRef ?? ActionRef, nodes.decisionRef ?? DecisionRef]
}

function recordNode(name: 'actionRef' | 'decisionRef') {
  const tag = `data-${name.toLowerCase()}`
  return Node.create({
    name,
    group: 'block',
    atom: true,
    selectable: true,
    draggable: false,
    addAttributes: () => ({
      id: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute(tag),
        renderHTML: ({ id }: { id?: string }) => ({ [tag]: id }),
      },
    }),
    parseHTML: () => [{ tag: `div[${tag}]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  })
}
