import { useWrittenLang } from '../../platform/named-content'

/** The words around what was found, as the record has them. */
export function Excerpt({ stretches }: { stretches: readonly { text: string; found: boolean }[] }) {
  const lang = useWrittenLang()
  return (
    <p className="excerpt" lang={lang}>
      {stretches.map(({ text, found }, n) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text never change their order.
        found ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
      )}
    </p>
  )
}
