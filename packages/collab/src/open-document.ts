import { limits, Refusal, type RefusalCode } from '@camau/domain'
import type { DocumentId, DocumentRefused, DocumentSaved, DocumentUpdated, OpenedDocument } from '@camau/protocol'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from './base64.js'
import { copyKeeper, noCopy } from './copy-keeper.js'
import type { Draft } from './draft.js'
import { deleteSetHash } from './fingerprint.js'
import type { Copy, KeptCopies } from './kept-copies.js'
import { type Claim, type KeptEdits, keptSomewhere } from './kept-edits.js'
import { latch } from './latch.js'
import { push } from './push.js'
import type { RecordsConnection } from './records.js'
import { refusedWords } from './refused-words.js'
import { aReplica } from './replica.js'
import { sharedPresence } from './shared-presence.js'
import { type Status, statusOf } from './status.js'
import { canUnpack, unpack } from './unpack.js'
import { type Group, unsent } from './unsent.js'
import type { Watchable } from './watchable.js'

/** A document opened for reading and writing together. */
export interface OpenDocument {
  doc: Y.Doc
  awareness: Awareness
  status: Watchable<Status>
  /** Resolves once the first content is here: mount an editor then, or it will make a first paragraph of its own. */
  opened: Promise<void>
  /** Resolves when everything written up to this call is durable; rejects with a Refusal when it never will be. */
  saved(): Promise<void>
  /** Edits that only this device holds. */
  pending(): number
  readonly readOnly: boolean
  /** Words the server would not take, for the person to copy; kept on the device until `discardDraft`. */
  readonly draft: Draft | null
  discardDraft(): Promise<void>
  /** It never becomes the text again: words that were refused, or let go of, stand in it. Whoever opens the text now gets another. */
  readonly isOver: boolean
  /** Takes over what other pages of this device have left unsent since it was opened. */
  takeLeft(): Promise<void>
  /** Writes the device's copy anew. */
  keepCopy(): void
  close(): void
}

/** One that other parts of the page may hold, too. */
export interface SharedDocument extends OpenDocument {
  /** Another one has its place in the line from now on: it says and hears nothing more, but what that one hears of an end. */
  retire(successor: Pick<OpenDocument, 'status'>): void
}

/** Codes that pass: the same edits will do a moment later. */
const passing: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['too-fast', 'unavailable', 'not-open', 'internal'])
const fromServer = Symbol('from the server')
const fromDevice = Symbol('from the device')
const gapsBeforeGivingUp = 5
/** The history of what is written before the first answer: it builds on nothing, and so joins whichever there is. */
const beforeOpening = 0
const compareEvery = 60_000
/** Pushes on their way at once; and from one to the next while there are any, so that fast typing goes in handfuls. */
const mostInFlight = 16
const apart = 25

type Phase =
  | { is: 'opening' }
  | { is: 'live'; handle: number; epoch: number; seq: number }
  | { is: 'reading'; handle: number }
  | { is: 'refused' }

/**
 * Opens a document over a connection. Edits may be made at once; they join the first content when it arrives. Without a line it
 * opens from the device's copy, where there is one.
 */
export function openDocument(
  connection: RecordsConnection,
  documentId: DocumentId,
  leave: () => void,
  kept: KeptEdits,
  copies?: KeptCopies,
): SharedDocument {
  const { channel } = connection
  const doc = aReplica()
  const queue = unsent()
  const keys = new Map<number, number>() // serial → its place on the device
  const { awareness, people } = sharedPresence(channel, documentId, doc)
  const status = statusOf({ state: 'saving', kept: 0 })
  const untrack = connection.track(status)

  let phase: Phase = { is: 'opening' }
  /** Why it was closed to writing, the last time it was. */
  let because: RefusalCode | undefined
  let claim: Claim | undefined
  let epochSeen: number | undefined
  let n = 0
  let inFlight: { n: number; last: number }[] = []
  let again = false
  let pushedAt = 0
  let pushing: ReturnType<typeof setTimeout> | undefined
  let isSoon = false
  let durable = 0
  let gaps = 0
  const refused = refusedWords()
  /** It could be written, but what is written would go into the draft, too. */
  let isHeldBack = false
  let hasLetGo = false
  /** Something was taken out of the text: what is here must leave the screen. */
  let hasEnded = false
  let asking = false
  let closedMeanwhile = false
  let closed = false
  /** Closed, or retired. */
  let isOut = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the device kept, until the server answers. */
  let copy: Copy | null = null
  /** Whether it is only to be read: what the device knew of that, then what the server said last. */
  let readsOnly = false
  const copying = copies ? copyKeeper({ doc, documentId, copies, isDurable: () => isDurable() }) : noCopy
  const waiting = new Set<{ serial: number; done(): void; failed(reason: Refusal): void }>()
  let hasOpened = latch()

  const isDurable = (): boolean =>
    (phase.is === 'live' || phase.is === 'reading') &&
    queue.all().length === 0 &&
    !refused.inTheWay() &&
    !claim?.edits.length

  const isRefused = (): boolean => phase.is === 'refused' || refused.inTheWay()
  const why = (): RefusalCode => because ?? 'not-permitted'

  // ── what the person sees ──
  const tell = (): void => {
    const kept = queue.all().length
    const drafts = refused.changes()
    const say = (state: Status['state'], more?: Pick<Status, 'because'>): void =>
      status.set({ state, kept, ...more, ...(drafts > 0 && { drafts }) })
    if (isRefused()) say('attention', { because: why() })
    else if (phase.is === 'reading') say('read-only', because && { because })
    else if (channel.line.get().state === 'broken') say('offline')
    else if (readsOnly) say('read-only', because && { because })
    else say(phase.is === 'live' && kept === 0 ? 'saved' : 'saving')
  }
  const settle = (): void => {
    const there = phase.is === 'live' || phase.is === 'reading'
    const line = channel.line.get()
    for (const one of [...waiting]) {
      if (isRefused()) one.failed(new Refusal(why()))
      else if (there && one.serial <= durable) one.done()
      else if (line.state === 'ended') one.failed(new Refusal(line.because))
      else continue
      waiting.delete(one)
    }
    tell()
  }

  // ── opening, and opening again ──
  const open = (): void => {
    if (asking || isOut || hasEnded || !claim || channel.line.get().state !== 'connected') {
      tell()
      return
    }
    asking = true
    clearTimeout(timer)
    if (phase.is === 'refused') hasOpened = latch()
    phase = { is: 'opening' }
    inFlight = []
    early = []
    const known =
      epochSeen === undefined
        ? canUnpack && ({ packed: true } as const)
        : { epoch: epochSeen, stateVector: toBase64(Y.encodeStateVector(doc)) }
    channel.ask('document:open', { documentId, clientId: doc.clientID, ...known }, (reply) => {
      if (reply?.ok && reply.state) return void enterUnpacked(reply, reply.state)
      asking = false
      if (isOut) return
      if (!reply) return later()
      if (reply.ok) return enter(reply)
      if (passing.has(reply.code)) return later(reply.details.retryAfter)
      hasOpened.reject(new Refusal(reply.code))
      hasOpened = latch() // for whoever opens it now: what was open once is not any more
      hasOpened.reject(new Refusal(reply.code))
      refuse(reply.code)
    })
    tell()
  }
  /** What arrives while the state is being unpacked waits in `early`. */
  const enterUnpacked = async (answer: OpenedDocument, packed: NonNullable<OpenedDocument['state']>): Promise<void> => {
    const line = channel.connectionId()
    closedMeanwhile = false
    const state = await unpack(packed).catch(() => null)
    asking = false
    if (isOut) return
    if (!state || line !== channel.connectionId() || closedMeanwhile) return later(0)
    // Nobody listens meanwhile: Yjs would write all of it out again for us.
    doc.off('update', onEdit)
    Y.applyUpdateV2(doc, state, fromServer)
    doc.on('update', onEdit)
    enter(answer)
  }
  const later = (after: unknown = 1_000): void => {
    clearTimeout(timer)
    timer = setTimeout(open, typeof after === 'number' ? after : 1_000)
    tell()
  }
  const enter = (answer: OpenedDocument): void => {
    if (epochSeen !== undefined && epochSeen !== answer.epoch) {
      refuse('stale-epoch')
      return
    }
    epochSeen = answer.epoch
    n = 0
    again = false
    readsOnly = answer.readOnly
    Y.applyUpdate(doc, fromBase64(answer.update), fromServer)
    takeKept(answer)
    copying.from(answer.epoch, answer.readOnly)
    people.start(answer.people)
    hasOpened.resolve()
    isHeldBack = refused.inTheWay() && !answer.readOnly
    if (answer.readOnly || isHeldBack) {
      phase = { is: 'reading', handle: answer.handle }
      if (!isHeldBack) because = answer.because
      takeEarly(answer.seq)
      keepAsDraft()
      settle()
      return
    }
    phase = { is: 'live', handle: answer.handle, epoch: answer.epoch, seq: answer.seq }
    takeEarly(answer.seq)
    settle()
    send()
  }
  /** Without a line, what the device has is read and written on; the server's answer joins it, or says that its history has ended. */
  const enterCopy = (): void => {
    if (!copy || epochSeen !== undefined || isOut || channel.line.get().state !== 'broken') return
    const { epoch, readOnly, updates } = copy
    copy = null
    epochSeen = epoch
    readsOnly = readOnly
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, fromServer)
    }, fromServer)
    if (!readOnly) takeKept({ epoch, readOnly })
    hasOpened.resolve()
    tell()
  }
  // What an earlier page left on the device: once, and only into the same history.
  const takeKept = ({ epoch, readOnly }: Pick<OpenedDocument, 'epoch' | 'readOnly'>): void => {
    const edits = claim?.edits ?? []
    if (!claim || edits.length === 0 || (refused.inTheWay() && !readOnly)) return
    claim = { ...claim, edits: [] }
    const fitting = readOnly ? [] : edits.filter((edit) => edit.epoch === epoch || edit.epoch === beforeOpening)
    const unfitting = edits.filter((edit) => !fitting.includes(edit))
    if (readOnly) refused.addLeft(unfitting)
    else refused.addEnded(unfitting)
    doc.transact(() => {
      for (const { key, update } of fitting) {
        keys.set(queue.add(update).serial, key)
        Y.applyUpdate(doc, update, fromDevice)
      }
    }, fromDevice)
    if (refused.inTheWay()) keepAsDraft()
  }

  // ── sending ──
  const onEdit = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromServer || origin === fromDevice) return
    const { serial } = queue.add(update)
    void keep(serial, update)
    if (phase.is === 'reading' || isRefused()) keepAsDraft()
    settle()
    soon()
  }
  doc.on('update', onEdit)
  const keep = async (serial: number, update: Uint8Array): Promise<void> => {
    await claimed
    const key = await claim?.keep(epochSeen ?? beforeOpening, update).catch(() => undefined)
    if (key === undefined) return
    if (serial <= durable) void claim?.forget([key])
    else keys.set(serial, key)
  }
  // At the end of this turn: an editor moves its caret right after it has written, and the caret then travels along.
  const soon = (): void => {
    if (isSoon) return
    isSoon = true
    queueMicrotask(() => {
      isSoon = false
      if (!closed) send()
    })
  }
  const send = (): void => {
    if (phase.is !== 'live' || syncing || refused.inTheWay() || pushing || inFlight.length >= mostInFlight) return
    const wait = inFlight.length === 0 ? 0 : pushedAt + apart - performance.now()
    if (wait > 0) {
      pushing = setTimeout(() => {
        pushing = undefined
        send()
      }, wait)
      return
    }
    const group = queue.next(inFlight.at(-1)?.last, since)
    if (group) pushNow(phase.handle, group)
  }
  /** All that this copy has from these clocks on: after hours without a line a fraction of what was written one by one. */
  const since = (clocks: ReadonlyMap<number, number>): Uint8Array =>
    Y.encodeStateAsUpdate(
      doc,
      Y.encodeStateVector(new Map([...Y.decodeStateVector(Y.encodeStateVector(doc)), ...clocks])),
    )
  const pushNow = (handle: number, { update, last }: Group): void => {
    if (update.length > limits.update) {
      refuse('too-large')
      return
    }
    inFlight.push({ n: ++n, last })
    pushedAt = performance.now()
    push(channel, { handle, n, update, caret: people.takeCaret(), again })
    again = false
    if (last < queue.newest()) send()
  }
  const onSaved = ([handle, upTo, seq]: DocumentSaved): void => {
    const saved = inFlight.filter((one) => one.n <= upTo).at(-1)
    if (phase.is !== 'live' || handle !== phase.handle || !saved) return
    const skipped = seq > phase.seq + 1
    phase = { ...phase, seq: Math.max(phase.seq, seq) }
    gaps = 0
    forget(saved.last)
    inFlight = inFlight.filter((one) => one.n > upTo)
    settle()
    if (skipped) sync()
    send()
  }
  const forget = (last: number): void => {
    durable = Math.max(durable, last)
    const saved = queue.durable(last)
    for (const { update } of saved) copying.note(update)
    void claim?.forget(saved.flatMap(({ serial }) => keys.get(serial) ?? []))
  }
  const onRefused = ({ handle, n: which, code, details }: DocumentRefused): void => {
    // What was sent behind it is dropped by the server, until it hears that we know: also a second try that this one crosses.
    if (phase.is !== 'live' || handle !== phase.handle || !inFlight.some((one) => one.n >= which)) return
    inFlight = inFlight.filter((one) => one.n < which)
    again = true
    people.retell() // the caret that went along was not heard either
    if (code === 'not-open') open()
    else if (code === 'gap' && ++gaps < gapsBeforeGivingUp) sync()
    else if (passing.has(code)) {
      clearTimeout(timer)
      timer = setTimeout(send, typeof details.retryAfter === 'number' ? details.retryAfter : 1_000)
    } else refuse(code)
  }
  const refuse = (code: RefusalCode): void => {
    phase = { is: 'refused' }
    readsOnly = true
    because = code
    hasEnded ||= code === 'stale-epoch'
    copying.drop()
    keepAsDraft()
    if (!refused.inTheWay()) hasOpened.reject(new Refusal(code))
    settle()
  }
  const keepAsDraft = (): void => refused.add(queue.all().map(({ update }) => update))

  // ── receiving ──
  // A row may overtake the answer to our opening, and be newer than it; or be older, and know less of where people are.
  let early: DocumentUpdated[] = []
  const takeEarly = (answered: number): void => {
    for (const [handle, seq, update, carets = [], previous = seq - 1] of early.splice(0))
      onUpdated([handle, seq, update, seq > answered ? carets : [], previous])
  }
  const onUpdated = (message: DocumentUpdated): void => {
    const [handle, seq, update, carets, previous = seq - 1] = message
    if (phase.is === 'opening') early.push(message)
    else if (phase.is === 'refused' || handle !== phase.handle) return
    else if (phase.is === 'reading') take(fromBase64(update))
    else if (seq > phase.seq) {
      const hole = previous > phase.seq
      take(fromBase64(update))
      if (hole) sync()
      else phase = { ...phase, seq }
    }
    if (carets && phase.is !== 'opening') people.move(carets)
  }
  const take = (update: Uint8Array): void => {
    Y.applyUpdate(doc, update, fromServer)
    copying.note(update)
  }
  let syncing = false
  /** Compares with the server: fetches what was missed, and sends whatever of ours it lacks. */
  const sync = (): void => {
    if (syncing || phase.is !== 'live') return
    syncing = true
    const mine = toBase64(Y.encodeStateVector(doc))
    const message = { documentId, epoch: phase.epoch, stateVector: mine, deleteSet: deleteSetHash(doc) }
    channel.ask('document:sync', message, (reply) => {
      syncing = false
      if (isOut || phase.is !== 'live') return
      if (!reply?.ok) return open()
      take(fromBase64(reply.update))
      phase = { ...phase, seq: Math.max(phase.seq, reply.seq) }
      if (gaps > 0 && queue.all().length > 0) queue.add(Y.encodeStateAsUpdate(doc, fromBase64(reply.stateVector)))
      if (gaps > 0) sendLatest()
      else send()
    })
  }
  // After a gap the newest entry of the queue holds everything the server lacks, so that one goes alone.
  const sendLatest = (): void => {
    const latest = queue.all().at(-1)
    if (phase.is === 'live' && latest) pushNow(phase.handle, { update: latest.update, last: latest.serial })
  }

  const stops = [
    channel.on('document:updated', onUpdated),
    channel.on('document:saved', onSaved),
    channel.on('document:refused', onRefused),
    channel.on('document:closed', (message) => {
      if (message.documentId !== documentId) return
      closedMeanwhile = true
      open()
    }),
    channel.on('notice', ({ code }) => {
      if (code === 'rights-changed' && phase.is === 'refused' && !refused.inTheWay()) open()
    }),
    channel.line.subscribe(() => {
      if (phase.is === 'live') phase = { is: 'opening' }
      inFlight = []
      syncing = false
      const line = channel.line.get()
      // Whoever waits for it must let it go: what is not sent is for the next line, and this page holds it for as long as the text is open.
      if (line.state === 'ended') hasOpened.reject(new Refusal(line.because))
      settle()
      enterCopy()
      open()
    }),
  ]
  const comparing = setInterval(() => inFlight.length === 0 && sync(), compareEvery)
  const stop = (): void => {
    isOut = true
    clearTimeout(timer)
    clearTimeout(pushing)
    clearInterval(comparing)
    for (const one of stops) one()
  }
  const found = copies?.find(documentId).catch(() => null)
  // A device that keeps nothing must not keep anybody from writing.
  const keeping = keptSomewhere(kept, channel)
  const claimNow = (): Promise<Claim> => keeping.claim(connection.person ?? '', documentId)
  const claimed = claimNow().then(async (got) => {
    claim = got
    open()
    copy = (await found) ?? null
    enterCopy()
  })

  return {
    doc,
    awareness,
    status,
    get opened() {
      return hasOpened.promise
    },
    saved: () =>
      new Promise<void>((done, failed) => {
        waiting.add({ serial: queue.newest(), done, failed })
        settle()
      }),
    pending: () => queue.all().length,
    get readOnly() {
      return refused.inTheWay() || (phase.is === 'opening' ? readsOnly : phase.is !== 'live')
    },
    get draft() {
      return refused.draft()
    },
    get isOver() {
      return hasLetGo || hasEnded || (phase.is === 'refused' && refused.inTheWay())
    },
    retire({ status: after }) {
      if (isOut) return
      stop()
      people.close()
      copying.stop()
      phase = { is: 'refused' }
      settle()
      stops.push(after.subscribe(() => after.get().because === 'stale-epoch' && refuse('stale-epoch')))
    },
    async takeLeft() {
      await claimed
      const more = await claimNow()
      if (isOut || !claim) return more.release()
      const { edits, release } = claim
      const both = async (): Promise<void> => void (await Promise.all([release(), more.release()]))
      claim = { ...claim, edits: [...edits, ...more.edits], release: both }
      if (phase.is !== 'live' && phase.is !== 'reading') return
      takeKept({ epoch: epochSeen ?? beforeOpening, readOnly: phase.is === 'reading' && !isHeldBack })
      settle()
      send()
    },
    keepCopy: copying.again,
    async discardDraft() {
      const wasHeld = refused.inTheWay()
      if (wasHeld && !isOut) copying.drop() // the words let go of still stand in `doc`
      hasLetGo ||= wasHeld
      // Words that wait beside those of an ended history are still to be sent.
      const dropped = wasHeld ? queue.durable(queue.newest()) : []
      const gone = [...refused.letGo(), ...dropped.flatMap(({ serial }) => keys.get(serial) ?? [])]
      tell()
      await claim?.forget(gone)
    },
    close() {
      if (closed) return
      send()
      closed = true
      stop()
      copying.stop()
      awareness.destroy() // before `people`, which is told that the caret has gone
      people.close()
      leave()
      untrack()
      for (const one of waiting) one.failed(new Refusal('not-open'))
      void claimed.then(() => claim?.release())
      doc.destroy()
    },
  }
}
