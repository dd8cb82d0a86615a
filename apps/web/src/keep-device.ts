import type { ApolloClient, NormalizedCacheObject } from '@apollo/client'
import type { RecordsConnection } from '@camau/collab/records'
import type { DocumentId, Patch } from '@camau/protocol'
import { createApollo } from './platform/apollo'
import type { CommandQueue } from './platform/command-queue'
import { askAgain } from './platform/device/ask-again'
import { DeviceDocument, type DeviceQuery } from './platform/device/device.graphql'
import type { Reading } from './platform/device/device-store'
import { keepSending } from './platform/device/keep-sending'
import { heardAt, keepingFor, restrictedHere } from './platform/device/keeping'
import { dropUnread, keepReading } from './platform/device/reading'
import { clearOthers, holdKey, unseal } from './platform/device/sealing'
import { startShellWorker } from './platform/device/shell-worker'
import { forgetTexts, textCopies } from './platform/device/texts'
import { markDevice } from './platform/device/whose-device'
import type { Told } from './platform/live'
import { rightsMoved, sessionEnded } from './platform/session'
import { untilAnswered } from './platform/until-answered'
import type { Me } from './platform/viewer'
import { readAhead } from './read-ahead'

const lookEvery = 5_000
const aheadAfter = 3_000

export interface KeepNeeds {
  client: ApolloClient
  connection: RecordsConnection
  told: Told
  queue: CommandQueue
  me: Me
  reading: Reading | undefined
  /** The page was opened from what the device kept, and has now reached the server: what is not to be read any more goes. */
  isBack: boolean
}

/** Looks after what this device keeps for whoever is here; returns what ends that. */
export function keepDevice(needs: KeepNeeds): () => void {
  const { client, connection, told, reading } = needs
  const { personId } = needs.me
  const stopping = new AbortController()
  const stops: (() => void)[] = [() => stopping.abort()]
  const { signal } = stopping
  const sending = keepSending(connection, personId)
  markDevice(personId)
  heardAt.set(reading?.at ?? Date.now())
  if (reading) restrictedHere.set(new Set(reading.restricted))

  const begin = async () => {
    // Of somebody before, whose things the device would not let go of when they left: tried again with every page.
    void clearOthers(personId).catch(() => undefined)
    const worker = await startShellWorker()
    if (signal.aborted) return worker?.()
    if (worker) {
      stops.push(worker)
      keepingFor.set(personId)
    }
    if (!reading) renewing.start()
  }
  let drops = needs.isBack
  /** What the server says may be kept. What it says no more is taken away. False where it has not answered. */
  const renew = async (): Promise<boolean> => {
    if (sessionEnded.get()) return true // whoever signs in again has another connection, and is looked after anew
    const device = await learn(needs, signal)
    if (!device || signal.aborted) return false
    if (drops) {
      const refused = await askAgain(client).catch(() => null)
      if (!refused) return false
      dropUnread(client, refused, createApollo)
      await forgetTexts(personId)
      await keepReading(client, { anew: true })
    }
    void goOn(device).catch(() => undefined)
    return true
  }
  /** Takes its time: rights that move meanwhile wait for none of it. */
  const goOn = async (device: DeviceQuery['device']) => {
    await sending.now()
    if (keepingFor.get() === personId) await fetchAhead(needs, device, signal)
  }
  const renewing = untilAnswered(renew)
  const moved = () => {
    drops = true
    renewing.start()
  }
  const { line } = connection.channel
  const forget = (patches: readonly Patch[]) => void forgetGone(needs, patches).catch(() => undefined)
  told.add(forget)
  stops.push(
    sending.stop,
    renewing.stop,
    rightsMoved.subscribe(moved),
    line.subscribe(() => line.get().state === 'connected' && renewing.hurry()),
    () => told.delete(forget),
    sessionEnded.subscribe(() => keepingFor.set(sessionEnded.get() ? null : keepingFor.get())),
    keepLooking(needs),
  )
  void begin().catch(() => undefined)
  return () => {
    for (const stop of stops) stop()
  }
}

/** What is somebody else's to read from now on, or restricted to few: nothing of it stays on the device, whoever opened it before. */
async function forgetGone({ client, me }: KeepNeeds, patches: readonly Patch[]): Promise<void> {
  // Words were taken out of a text for good. Where it is open it is copied anew.
  for (const { type, fields } of patches)
    if (type === 'DocumentRedaction') await textCopies(me.personId)?.forget(fields.documentId as DocumentId)
  const gone = patches.filter(({ fields }) => fields.gone === true || Boolean(fields.restrictedTo))
  const known = restrictedHere.get()
  if (gone.length === 0 || !known) return
  restrictedHere.set(new Set([...known, ...gone.map(({ type, id }) => `${type}:${id}`)]))
  for (const { id } of gone) await textCopies(me.personId)?.forget(`action:${id}`)
  await keepReading(client)
}

/** null: no answer. One for whoever has signed out meanwhile opens nothing that was sealed. */
async function learn(
  { client, queue, me: { personId } }: KeepNeeds,
  signal: AbortSignal,
): Promise<DeviceQuery['device'] | null> {
  const answer = await client.query({ query: DeviceDocument, fetchPolicy: 'no-cache' }).catch(() => null)
  if (!answer?.data || signal.aborted) return null
  const { device } = answer.data
  restrictedHere.set(new Set(device.restricted))
  await holdKey(personId, device.keyId, device.key)
  if (signal.aborted) return null
  if ((await unseal(personId)) > 0) void queue.flush().catch(() => undefined)
  return device
}

/** One window of a browser does it for all of them. */
async function fetchAhead(needs: KeepNeeds, recent: DeviceQuery['device'], signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, aheadAfter))
  await navigator.locks.request('camau-ahead', { ifAvailable: true }, async (lock) => {
    if (!lock || signal.aborted) return
    const begun = Date.now()
    await readAhead({ ...needs, recent, signal })
    if (signal.aborted) return
    await keepReading(needs.client, { anew: true })
    await forgetTexts(needs.me.personId, begun)
  })
}

/** Writes down what was read, a few seconds after it was, and when the page is left. */
function keepLooking({ client, connection }: KeepNeeds): () => void {
  let before: NormalizedCacheObject = {}
  const look = () => {
    if (connection.channel.line.get().state === 'connected') heardAt.set(Date.now())
    if (keepingFor.get() === null) return
    const now = client.extract() as NormalizedCacheObject
    if (sameRecords(before, now)) return
    before = now
    void keepReading(client).catch(() => undefined) // storage full or forbidden
  }
  const timer = setInterval(look, lookEvery)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

/** A record that changes is another object. */
function sameRecords(a: NormalizedCacheObject, b: NormalizedCacheObject): boolean {
  const ids = Object.keys(b)
  return ids.length === Object.keys(a).length && ids.every((id) => a[id] === b[id])
}
