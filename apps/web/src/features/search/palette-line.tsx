import { useEffect, useRef } from 'react'
import { otherLanguage, useLanguage } from '../../platform/language'
import { Icon, type IconName } from '../../ui/icon'
import { statusLooks } from '../../ui/status-looks'
import { Steps } from '../../ui/steps'
import type { Line } from './results'

const icons: Partial<Record<Line['kind'], IconName>> = {
  do: 'plus',
  LegacyItem: 'handover',
  Meeting: 'clock',
  Publication: 'paper',
}

interface PaletteLineProps {
  id: string
  line: Line
  typed: string
  chosen: boolean
  onTake: () => void
}

export function PaletteLine({ id, line, typed, chosen, onTake }: PaletteLineProps) {
  const ref = useRef<HTMLDivElement>(null)
  const language = useLanguage()
  const own = line.name[language]
  const text = own ?? line.name[otherLanguage[language]] ?? ''
  useEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are handled in the field, which keeps the focus.
    <div ref={ref} id={id} role="option" aria-selected={chosen} className="palette-line" onClick={onTake}>
      <Mark line={line} />
      <span>
        {line.number != null && <span className="num faint">{line.number} </span>}
        <span lang={own ? undefined : otherLanguage[language]}>
          <Marked text={text} typed={typed} />
        </span>
      </span>
      {line.note && <span className="meta">{line.note}</span>}
      {chosen && (
        <span aria-hidden="true">
          <kbd>Enter</kbd>
        </span>
      )}
    </div>
  )
}

function Mark({ line: { status, kind } }: { line: Line }) {
  if (!status) return <Icon name={icons[kind] ?? 'right'} />
  const { tone, taken } = statusLooks[status]
  return (
    <span className={`s-${tone}`}>
      <Steps taken={taken} />
    </span>
  )
}

/** The typed letters stand out where they occur as they are. */
function Marked({ text, typed }: { text: string; typed: string }) {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + typed.length)}</b>
      {text.slice(at + typed.length)}
    </>
  )
}
