import { type Refused, useRefusalWords } from '../../platform/refused'

/** A no in words, with what it names: the sub-actions that are open, the way round. */
export function useRefusedWords(): (refused: Refused) => string {
  const words = useRefusalWords()
  return ({ code, details }) => [words(code), ...named(details)].join(' ')
}

function named({ names, path }: Record<string, unknown>): string[] {
  if (Array.isArray(names)) return [`(${names.filter((name) => typeof name === 'string').join('; ')})`]
  return typeof path === 'string' ? [`(${path})`] : []
}
