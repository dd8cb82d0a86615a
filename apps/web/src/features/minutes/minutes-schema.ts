import { type AnyExtension, Mark, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Gapcursor } from '@tiptap/extensions'
import { safeAddress } from './safe-address'

/** The minutes hold only who the action is; everything it says comes from the record. */
export const ActionRef = recordNode('actionRef')
/** A decision in the minutes: again its id and nothing else. */
export const DecisionRef = recordNode('decisionRef')

/** A reference to a source. Only addresses that can do no harm survive writing, pasting or reading. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (safeAddress(element.getAttribute('href')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    { href: safeAddress(HTMLAttributes.href) ?? '', rel: 'noopener noreferrer nofollow' },
    0,
  ],
})

/** What minutes may hold, without the parts that draw it: tests and the editor share it. */
export function minutesSchema(nodes: { actionRef?: AnyExtension; decisionRef?: AnyExtension } = {}): AnyExtension[] {
  return [
    Document,
    Text,
    Paragraph,
    // The first level is the page's own heading.
    Heading.configure({ levels: [2, 3] }),
    Bold,
    Italic,
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    Link,
    Gapcursor,
    nodes.actionRef ?? ActionRef,
    nodes.decisionRef ?? DecisionRef,
  ]
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
