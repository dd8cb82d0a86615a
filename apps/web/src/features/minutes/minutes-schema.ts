import { type AnyExtension, Mark, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { safeAddress } from './safe-address'

/** The minutes hold only who the action is; everything it says comes from the record. */
export const ActionRef = recordNode('actionRef')
/** A decision in the minutes: again its id and nothing else. */
export const DecisionRef = recordNode('decisionRef')

/** What minutes may hold, as `@camau/collab` admits it. The nodes that draw records come from the editor; tests take the plain ones. */
export function minutesSchema(nodes: { actionRef?: AnyExtension; decisionRef?: AnyExtension } = {}): AnyExtension[] {
  return [
    Document,
    Text,
    Paragraph,
    SectionHeading,
    Bold,
    Italic,
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    Blockquote,
    HardBreak,
    Link,
    Gapcursor,
    nodes.actionRef ?? ActionRef,
    nodes.decisionRef ?? DecisionRef,
  ]
}

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

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
})

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) }
  },
})

/** A reference to a source. Only addresses that can do no harm survive writing, pasting or reading. */
const Link = Mark.create({
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
