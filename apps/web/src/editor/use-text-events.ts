import { useRef } from 'react'
import { announce } from '../platform/announce'
import { useWords } from '../platform/words'
import type { TextEvents } from './live-extensions'
import { editorWords } from './words'

/** What an editor tells the page, always in the page's language of now, through a getter that stays the same. */
export function useTextEvents<More extends object>(placeholder: string, more: More): () => TextEvents & More {
  const said = useWords(editorWords)
  const events: TextEvents & More = {
    ...more,
    placeholder,
    unknown: said.unknown,
    onLeaving: () => announce(said.left),
    onFormat: (format, on) => announce(on ? said.on(said[format]) : said.off(said[format])),
  }
  const latest = useRef(events)
  latest.current = events
  const getter = useRef(() => latest.current)
  return getter.current
}
