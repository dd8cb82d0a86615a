import { useLanguage } from '../../platform/language'

/** The words around what was found, as the record has them. */
export function Excerpt({ stretches }: { stretches: readonly { text: string; found: boolean }[] }) {
  const language = useLanguage()
  return (
    // What the documents say is mostly English; a paragraph written here may be in either language.
    <p className="excerpt" lang={language === 'en' ? undefined : ''}>
      {stretches.map(({ text, found }, n) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text never change their order.
        found ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
      )}
    </p>
  )
}
