import type { Doing } from '../../platform/doings'

/** Every word typed begins a word of the name, in either language; without accents, as people type. */
export function fits({ name, on, takesText }: Doing, typed: string): boolean {
  if (takesText && typed.trim()) return true
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
