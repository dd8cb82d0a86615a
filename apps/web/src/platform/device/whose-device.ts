const flag = 'camau:device'

/** Whose things are on this device: known without opening a database, so that whoever comes for the first time waits for none. */
export function whoseDevice(): string | null {
  try {
    return localStorage.getItem(flag)
  } catch {
    return null
  }
}

export function markDevice(personId: string | null): void {
  try {
    if (personId === null) localStorage.removeItem(flag)
    else localStorage.setItem(flag, personId)
  } catch {
    // Storage is forbidden: then nothing is kept either.
  }
}
