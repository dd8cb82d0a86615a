import { editsOnDevice, ownerOf } from '@camau/collab/kept'
import type { KeptCommand } from '../../platform/command-store'

interface Copied {
  personId: string
  commands: readonly KeptCommand[]
  language: 'en' | 'cy'
  nameOf: (documentId: string) => { name: string }
  dateTime: (when: Date) => string
}

/** What waits, as plain text: for whoever would rather take it along than leave it here. */
export async function waitingCopy({ personId, commands, language, nameOf, dateTime }: Copied): Promise<string> {
  const { draftOf } = await import('@camau/collab')
  const texts = new Map<string, Uint8Array[]>()
  for (const row of await editsOnDevice()) {
    const { person, documentId } = ownerOf(row)
    if (person === personId) texts.set(documentId, [...(texts.get(documentId) ?? []), row.update])
  }
  const given = commands.map(
    ({ what, at, variables }) =>
      `${dateTime(new Date(at))}  ${what[language]}\n${JSON.stringify(variables.input, null, 2)}\n`,
  )
  const written = [...texts].map(([id, updates]) => `${nameOf(id).name}\n${draftOf(updates)?.text ?? ''}\n`)
  return [...given, ...written].join('\n')
}

/** Saves a text as a file of the person's own. */
export function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
