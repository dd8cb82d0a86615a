/** Text as searches and orders compare it: no case, no accents, one kind of apostrophe. `ty` finds `tŷ`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase()
}
