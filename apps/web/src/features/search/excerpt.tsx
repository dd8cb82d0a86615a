import { unstatedLanguage } from '../../platform/named-content'

/** The words around what was found, as the record has them. */
export function Excerpt({ stretches }: { stretches: readonly { text: string; found: boolean }[] }) {
  return (
    <p className="excerpt" lang={unstatedLanguage}>
      {stretches.map(({ text, found }, n) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text never change their order.
        found ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
      )}
    </p>
  )
}
