/** Without accents, case and kinds of apostrophe, so that `ty` finds `tŷ`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().replace(/\s+/g, ' ').trim()
}
