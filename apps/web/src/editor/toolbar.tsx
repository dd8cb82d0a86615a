import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { announce } from '../platform/announce'
import { useWords } from '../platform/words'
import { LinkDialog } from './link-dialog'
import { editorWords } from './words'

interface ToolbarProps {
  editor: Editor
  /** What this text has beside words: `Tool`s, between emphasis and links. */
  children?: ReactNode
}

/** What can be done with the words; one stop for Tab, arrows inside. */
export function Toolbar({ editor, children }: ToolbarProps) {
  const said = useWords(editorWords)
  const [linking, setLinking] = useState(false)
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      list: now.isActive('bulletList'),
      numbered: now.isActive('orderedList'),
      heading: now.isActive('heading', { level: 3 }),
      link: now.isActive('link'),
      selected: !now.state.selection.empty,
    }),
  })
  const toggle = (name: string, pressed: boolean, act: () => boolean, face: ReactNode, wide = false) => (
    <Tool
      name={name}
      pressed={pressed}
      wide={wide}
      onPress={() => {
        act()
        announce(pressed ? said.off(name) : said.on(name))
      }}
    >
      {face}
    </Tool>
  )
  const chain = () => editor.chain().focus()
  return (
    <div
      ref={oneStop}
      className="tools no-print"
      role="toolbar"
      aria-label={said.toolbar}
      onKeyDown={moveAlong}
      onFocus={({ currentTarget, target }) => stopAt(currentTarget, target)}
    >
      {toggle(said.bold, on.bold, () => chain().toggleBold().run(), <b aria-hidden="true">B</b>)}
      {toggle(said.italic, on.italic, () => chain().toggleItalic().run(), <i aria-hidden="true">I</i>)}
      {toggle(said.list, on.list, () => chain().toggleBulletList().run(), said.list, true)}
      {toggle(said.heading, on.heading, () => chain().toggleHeading({ level: 3 }).run(), said.heading, true)}
      <span className={children ? 'rule' : 'rule wide'} />
      {children}
      <Tool
        name={said.link}
        wide
        bordered
        onPress={() => (on.selected || on.link ? setLinking(true) : announce(said.selectFirst))}
      >
        {said.link}
      </Tool>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

interface ToolProps {
  name: string
  onPress: () => void
  pressed?: boolean
  bordered?: boolean
  /** Left out on a phone, where there is no room for it. */
  wide?: boolean
  children: ReactNode
}

/** One tool; the caret stays where it is when it is pressed. */
export function Tool({ name, onPress, pressed, bordered = false, wide = false, children }: ToolProps) {
  return (
    <button
      type="button"
      className={`b small ${bordered ? '' : 'bare'} ${wide ? 'wide' : ''}`}
      title={name}
      aria-label={name}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

function moveAlong(event: KeyboardEvent<HTMLDivElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!by) return
  const tools = toolsIn(event.currentTarget).filter((tool) => tool.offsetParent !== null)
  const at = tools.findIndex((tool) => tool.matches(':focus'))
  event.preventDefault()
  tools[(at + by + tools.length) % tools.length]?.focus()
}

/** Only one tool is in the order of Tab: the one that had the focus last. */
function oneStop(toolbar: HTMLDivElement | null): void {
  const first = toolbar?.querySelector('button')
  if (toolbar && first) stopAt(toolbar, first)
}

function stopAt(toolbar: HTMLElement, here: EventTarget): void {
  const tools = toolsIn(toolbar)
  if (!tools.some((tool) => tool === here)) return
  for (const tool of tools) tool.tabIndex = tool === here ? 0 : -1
}

function toolsIn(toolbar: HTMLElement): HTMLButtonElement[] {
  return [...toolbar.querySelectorAll<HTMLButtonElement>(':scope > button')]
}
