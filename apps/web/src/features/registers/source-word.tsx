/** A word of the dataset, such as a kind or a status: given in English only. */
export function SourceWord({ word }: { word: string }) {
  return <span lang="en">{word.replaceAll('-', ' ')}</span>
}
