import { type EditRow, editsOnDevice, ownerOf, putBackEdits, takeEdits } from '@camau/collab/kept'
import { type KeptCommand, openCommandStore } from '../command-store'
import { deviceStore } from './device-store'
import { whoseDevice } from './whose-device'

interface Work {
  edits: (Omit<EditRow, 'update'> & { update: string })[]
  commands: KeptCommand[]
}

/** Keeps the key on the device while its person is signed in: it can be used here, but not read. */
export async function holdKey(personId: string, keyId: string, key: string): Promise<void> {
  if (!globalThis.crypto?.subtle) return
  const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0))
  const made = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  await (await deviceStore()).put('keys', { personId, keyId, key: made })
}

/** Everybody of whom something is on this device, but one. */
async function others(except: string | null): Promise<string[]> {
  const store = await deviceStore()
  const held = [...(await store.getAllKeys('keys')), ...(await store.getAllKeys('reading'))]
  const writers = (await editsOnDevice()).map((row) => ownerOf(row).person)
  const commanders = (await openCommandStore().all()).map(({ personId }) => personId)
  return [...new Set([...held, ...writers, ...commanders])].filter((personId) => personId !== except)
}

/** What is to be read goes; unsent work is sealed. Nobody but `except` can then be read on this device. */
export async function clearDevice(except: string | null): Promise<void> {
  await alone(() => clearAllBut(except))
}

/** The same for a page that is open, of everybody but its person: unless the device is somebody else's by now. */
export async function clearOthers(personId: string): Promise<void> {
  await alone(async () => {
    if (whoseDevice() === personId) await clearAllBut(personId)
  })
}

/** Two windows that learn of it at once must not seal the same twice. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('camau-device', work) : work()
}

async function clearAllBut(except: string | null): Promise<void> {
  const store = await deviceStore()
  for (const personId of await others(except)) {
    await sealWork(personId)
    await store.delete('reading', personId)
    await store.delete('keys', personId)
  }
  for (const key of await store.getAllKeys('texts')) if (key[0] !== except) await store.delete('texts', key)
}

/** Without the key (a browser without cryptography, or a device that was never online) the work stays, and is sent only as its owner. */
async function sealWork(personId: string): Promise<void> {
  const store = await deviceStore()
  const held = await store.get('keys', personId)
  const edits = (await editsOnDevice()).filter((row) => ownerOf(row).person === personId)
  const commands = openCommandStore()
  const waiting = await commands.of(personId)
  if (!held || edits.length + waiting.length === 0) return
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, held.key, packed(edits, waiting))
  await store.add('sealed', { keyId: held.keyId, iv, bytes })
  await takeEdits(edits)
  for (const { id } of waiting) await commands.remove(id)
}

/** Opens what was sealed for this person, and puts it back where it waits to be sent. Says how much that was. */
export async function unseal(personId: string): Promise<number> {
  const store = await deviceStore()
  const held = await store.get('keys', personId)
  if (!held) return 0
  let count = 0
  for (const key of await store.getAllKeysFromIndex('sealed', 'keyId', held.keyId)) {
    const row = await store.get('sealed', key)
    if (!row) continue
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, held.key, row.bytes).catch(() => null)
    if (!bytes) continue // sealed with another key: it stays as it is
    const work: Work = JSON.parse(new TextDecoder().decode(bytes))
    await putBackEdits(work.edits.map((edit) => ({ ...edit, update: fromText(edit.update) })))
    const commands = openCommandStore()
    for (const command of work.commands) await commands.put(command)
    await store.delete('sealed', key)
    count += work.edits.length + work.commands.length
  }
  return count
}

function packed(edits: readonly EditRow[], commands: KeptCommand[]): Uint8Array<ArrayBuffer> {
  const work: Work = { edits: edits.map((edit) => ({ ...edit, update: toText(edit.update) })), commands }
  return new TextEncoder().encode(JSON.stringify(work))
}

const toText = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromText = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
