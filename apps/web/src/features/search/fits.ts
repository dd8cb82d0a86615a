import type { Doing } from '../../platform/doings'

/** What was typed is not its name, but what it is to be done about. */
export const takes = (doing: Doing, typed: string): boolean =>
  doing.takesText === true && typed.trim() !== '' && !fits(doing, typed)

/** Every word typed begins a word of the name, in either language; without accents, as people type. */
export function fits({ name, on }: Doing, typed: string): boolean {
  const all = bare([name.en, name.cy, on?.en, on?.cy].join(' ')).split(/[\s’'(]+/)
  return bare(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => all.some((candidate) => candidate.startsWith(word)))
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
