import type { LogRow } from './action-status'

/** Which action stands at which place of a long log, as far as anybody looked: kept when the rows themselves are let go of. */
export interface LogPlaces {
  /** Rows of a page as they stand now; `stays`: the action keeps the place where it was seen before. */
  put(from: number, rows: readonly LogRow[], stays: (id: string) => boolean): void
  idAt(place: number): string | undefined
  /** −1 where nobody has seen it. */
  placeOf(id: string): number
}

export function createPlaces(): LogPlaces {
  const ids = new Map<number, string>()
  const places = new Map<string, number>()
  const placeOf = (id: string) => places.get(id) ?? -1
  return {
    put(from, rows, stays) {
      for (const [i, { id }] of rows.entries()) {
        ids.set(from + i, id)
        if (!stays(id)) places.set(id, from + i)
      }
    },
    idAt(place) {
      const id = ids.get(place)
      // An action that was seen elsewhere since stands there and no longer here.
      return id !== undefined && placeOf(id) === place ? id : undefined
    },
    placeOf,
  }
}
