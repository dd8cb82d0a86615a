import type { LiveText } from './live-words'
import { rebase } from './text-edit'

/** Brings what was typed over an older text onto the live one. */
export function bringTyped(live: LiveText, known: string, typed: string): string {
  const { text } = rebase(known, typed, live.text())
  live.write(text, text.length)
  return text
}
