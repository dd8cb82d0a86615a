interface Due {
  label: string
  earliest: string | null
  latest: string | null
}

/** The day a due date is, where it is no more than one; otherwise the documents' own words stand, as they are. */
export function dueDay({ label, earliest, latest }: Due): string | null {
  return latest !== null && earliest === latest && /^[\d –-]+$/.test(label) ? latest : null
}
