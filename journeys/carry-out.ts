import type { Person } from './person.js'

/** What a journey or a picture begins from must be as it was meant: a refusal ends the run. */
export async function carryOut(
  person: Person,
  name: string,
  input: Record<string, unknown>,
  fields?: string,
): Promise<void> {
  const { code } = await person.command(name, input, fields)
  if (code) throw new Error(`${name} was refused: ${code}`)
}
