/** Items that follow each other under one heading, in their order: a heading that comes again later stands again. */
export function bySection<T extends { section: string | null }>(
  items: readonly T[],
): { section: string | null; lines: T[] }[] {
  const sections: { section: string | null; lines: T[] }[] = []
  for (const item of items) {
    const open = sections.at(-1)
    if (open && open.section === item.section) open.lines.push(item)
    else sections.push({ section: item.section, lines: [item] })
  }
  return sections
}
