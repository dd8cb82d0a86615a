import { type FocusEventHandler, type KeyboardEventHandler, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { bringTyped } from './bring-typed'
import type { LiveText } from './live-words'
import { editOfOthers, moveCaret, moveStart, rebase } from './text-edit'

interface LiveFieldProps {
  /** null while it is being opened: what is typed until then is brought onto the text that comes. */
  live: LiveText | null
  /** What is known of the text before it is here. */
  known: string
  label: string
  className: string
  readOnly: boolean
  maxLength?: number
  oneLine?: boolean
  focusNow?: boolean
  placeholder?: string
  /** Every text it shows, so that the rest of the page need not wait for the server to project it. */
  onText?: (text: string) => void
  /** Left with something typed while the text was still being opened. */
  onLeftEarly?: (early: { known: string; typed: string }) => void
  onKeyDown?: KeyboardEventHandler
  onFocus?: FocusEventHandler
  onBlur?: FocusEventHandler
}

/** A text field on a live text: everybody's letters as they come, my caret by its letter. */
export function LiveField({
  live,
  known,
  label,
  oneLine = false,
  focusNow = false,
  onText,
  onLeftEarly,
  ...rest
}: LiveFieldProps) {
  const ref = useRef<HTMLTextAreaElement>(null)
  /** What writing begins from, whatever is known by the time the text is here. */
  const [begun] = useState(known)
  const [text, setText] = useState(begun)
  const shown = useRef(begun)
  const selection = useRef<readonly [start: number, end: number] | null>(null)
  shown.current = text
  const early = useRef<LiveFieldProps['onLeftEarly']>(undefined)
  early.current = live ? undefined : onLeftEarly

  // Before another letter can come: it would be written by itself, and then once more with all that was typed.
  useLayoutEffect(() => {
    if (!live) return
    const take = () => {
      const edit = editOfOthers(shown.current, live.text())
      if (edit) {
        const { selectionStart = 0, selectionEnd = 0 } = ref.current ?? {}
        const moveBegin = selectionStart < selectionEnd ? moveStart : moveCaret
        selection.current = [moveBegin(selectionStart, edit), moveCaret(selectionEnd, edit)]
      }
      setText(live.text())
    }
    bringTyped(live, begun, shown.current)
    take()
    return live.onRemote(take)
  }, [live, begun])
  useEffect(
    () => () => {
      const typed = shown.current
      if (typed !== begun) early.current?.({ known: begun, typed })
    },
    [begun],
  )
  // The browser puts the caret at the end of a text set from outside; it belongs where it was, and so does what was selected.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const field = ref.current
    if (!field) return
    fitHeight(field)
    if (selection.current && document.activeElement === field) field.setSelectionRange(...selection.current)
    selection.current = null
  }, [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once a text.
  useEffect(() => {
    if (live && text === live.text()) onText?.(text)
  }, [text, live])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is taken up; afterwards the caret is the writer's.
  useEffect(() => {
    if (!focusNow) return
    ref.current?.focus()
    ref.current?.setSelectionRange(known.length, known.length)
  }, [])

  return (
    <textarea
      {...rest}
      ref={ref}
      rows={1}
      lang="en"
      aria-label={label}
      aria-busy={!live && !rest.readOnly}
      value={text}
      onChange={(event) => {
        const { value, selectionStart } = event.target
        const next = oneLine ? value.replaceAll(/\s*\n\s*/g, ' ') : value
        if (!live) return setText(next)
        // A letter of somebody else may be in the text and not in the field yet: it was typed over what the field showed.
        const typed = rebase(shown.current, next, live.text(), selectionStart)
        live.write(typed.text, typed.caret)
        if (typed.text !== next) selection.current = [typed.caret, typed.caret]
        setText(typed.text)
      }}
    />
  )
}

function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
