/** Lets others be answered between two parts of a long piece of work. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

// A part takes a few milliseconds: nobody who types notices it.
const partSize = 250

/** Works through a long list part by part and breathes between them; what comes out stands in the same order. */
export async function inParts<T, R>(
  list: readonly T[],
  work: (part: readonly T[]) => readonly R[] | Promise<readonly R[]>,
): Promise<R[]> {
  const all: R[] = []
  for (let from = 0; from < list.length; from += partSize) {
    if (from > 0) await breathe()
    for (const one of await work(list.slice(from, from + partSize))) all.push(one)
  }
  return all
}
