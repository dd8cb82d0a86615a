/** What home asks for: of all bodies the one they answer for first. */
export const asked = ([bodyId]: readonly string[]) => ({ bodyId: bodyId ?? '', withBody: bodyId !== undefined })
