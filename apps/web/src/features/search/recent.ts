import type { Line } from './results'

const key = 'camau:recent'
const most = 5

/** What was opened last from the palette, in this window. */
export function recentPlaces(): Line[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isLine) : []
  } catch {
    return []
  }
}

export function rememberPlace(line: Line): void {
  if (!line.href) return
  const entry = { key: `recent:${line.href}`, kind: 'recent', name: line.name, href: line.href }
  try {
    const rest = recentPlaces().filter((other) => other.href !== line.href)
    sessionStorage.setItem(key, JSON.stringify([entry, ...rest].slice(0, most)))
  } catch {
    // Nothing is remembered where storage is forbidden.
  }
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && 'href' in value && 'name' in value && 'kind' in value
}
