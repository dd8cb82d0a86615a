/** Values that the cache must recognise carry the name of their type, which the query's own types leave out. */
export function typed<T extends object>(name: string, value: T): T {
  return { __typename: name, ...value }
}
