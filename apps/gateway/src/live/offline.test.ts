import { type KeptCopies, keptInMemory, minutesText, type OpenDocument, sameState, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { usualLimits } from './limits.js'
import { aBareSocket } from './testing/attacker.js'
import { aBrowser, type Browser } from './testing/browser.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, anOffice, type Gateway } from './testing/gateway.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
const projected: string[] = []
beforeAll(async () => {
  database = await aDatabase()
  // With the limits people meet: patience is part of what is tested.
  gateway = await aGateway({
    uri: database.uri,
    limits: usualLimits,
    project: async (id, doc) => void projected.push(`${id}: ${minutesText(doc).toString()}`),
  })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

type Copy = Parameters<KeptCopies['put']>[1]

const write = ({ doc }: Pick<OpenDocument, 'doc'>, text: string): void => minutesText(doc).push([aParagraph(text)])

/** The words of the first heading. */
function aText(doc: Y.Doc): Y.XmlText {
  const heading = minutesText(doc).get(0)
  const text = heading instanceof Y.XmlElement ? heading.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('the minutes begin with a heading')
  return text
}

describe('a browser that says', () => {
  const browser = new EventTarget()
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it.each(['online', 'visibilitychange'])(
    'it is offline lets go of the line at once, and has it again as soon as it says %s, however long the next wait',
    { timeout: 10_000 },
    async (back) => {
      vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser))
      const { line } = (await gateway.as('tunnel')).channel
      browser.dispatchEvent(new Event('offline')) // while the first attempt is under way
      const until = (state: string) =>
        new Promise<void>((done) => {
          const look = () => line.get().state === state && done()
          line.subscribe(look)
          look()
        })
      await until('connected')
      vi.useFakeTimers({ toFake: ['setTimeout'] }) // no wait ends
      browser.dispatchEvent(new Event('offline'))
      await until('broken')
      browser.dispatchEvent(new Event(back))
      await until('connected')
    },
  )
})

describe('a device that keeps nothing', () => {
  it('keeps nobody from writing', async () => {
    const claim = () => Promise.reject(new Error('the device is full'))
    const document = (await gateway.as('full-device', { kept: { claim } })).openDocument('minutes:full-device')
    await document.opened
    write(document, 'written all the same')
    await document.saved()
    expect(document.pending()).toBe(0)
  })
})

describe('edits made without a line', () => {
  it('are counted, and arrive when it is back', { timeout: 30_000 }, async () => {
    const connection = await gateway.as('train', { random: () => 0 })
    const mine = connection.openDocument('minutes:train')
    const other = (await gateway.as('office')).openDocument('minutes:train')
    await Promise.all([mine.opened, other.opened])
    connection.channel.breakOff()
    await expect.poll(() => mine.status.get().state).toBe('offline')
    for (let i = 0; i < 1_000; i++) write(mine, `line ${i}`)
    write(other, 'meanwhile')
    expect(mine.status.get()).toEqual({ state: 'offline', kept: 1_000 })
    expect(connection.status.get()).toEqual({ state: 'offline', kept: 1_000 })
    await Promise.all([mine.saved(), other.saved()])
    await expect.poll(() => sameState(mine.doc, other.doc), { timeout: 5_000 }).toBe(true)
    expect(connection.status.get()).toEqual({ state: 'saved', kept: 0 })
    expect(connection.pending()).toBe(0)
  })

  it('are for the next line when theirs has ended: whoever waits for them is told, and lets them go', async () => {
    const kept = keptInMemory()
    const ended = await gateway.as('ended', { kept })
    const text = ended.openDocument('minutes:ended')
    await text.opened
    ended.channel.breakOff()
    write(text, 'for the next line')
    const saved = text.saved()
    const early = ended.openDocument('minutes:not-here-yet')
    await expect.poll(() => text.pending()).toBe(1)
    ended.close()
    await expect(saved).rejects.toMatchObject({ code: 'not-open' })
    await expect(text.saved()).rejects.toMatchObject({ code: 'not-open' })
    await expect(early.opened).rejects.toMatchObject({ code: 'not-open' })
    text.close()

    const after = (await gateway.as('ended', { kept })).openDocument('minutes:ended')
    await after.opened
    await after.saved()
    expect(minutesText(after.doc).toString()).toContain('for the next line')
  })

  it('survive a reload of the page, and nobody else’s page sends them', async () => {
    const kept = keptInMemory()
    const before = await gateway.as('reloads', { kept })
    const page = before.openDocument('minutes:reload')
    await page.opened
    before.channel.close()
    write(page, 'before the reload')
    await expect.poll(() => page.pending()).toBe(1)
    page.close()

    const stranger = (await gateway.as('stranger', { kept })).openDocument('minutes:reload')
    await stranger.saved()
    expect(minutesText(stranger.doc).toString()).not.toContain('before the reload')
    const after = (await gateway.as('reloads', { kept })).openDocument('minutes:reload')
    await after.saved()
    expect(minutesText(after.doc).toString().split('before the reload').length - 1).toBe(1)
    await expect.poll(() => minutesText(stranger.doc).toString()).toContain('before the reload')
  })

  it('are sent by a page that has the text open already, when another page of the device left them', async () => {
    const kept = keptInMemory()
    const gone = await gateway.as('two-pages', { kept })
    const page = gone.openDocument('minutes:left')
    const stays = (await gateway.as('two-pages', { kept })).openDocument('minutes:left')
    await Promise.all([page.opened, stays.opened])
    gone.channel.close()
    write(page, 'left by the other page')
    await expect.poll(() => page.pending()).toBe(1)
    page.close()

    await stays.takeLeft()
    await stays.saved()
    expect(minutesText(stays.doc).toString()).toContain('left by the other page')
    const { doc } = await gateway.live.documents.read('minutes:left')
    expect(minutesText(doc).toString().split('left by the other page').length - 1).toBe(1)
  })

  it('stay beside words that were refused before, when a page takes over what another one left', async () => {
    const kept = keptInMemory()
    const [one, two] = [await gateway.as('both', { kept }), await gateway.as('both', { kept })]
    const [page, stays] = [one.openDocument('minutes:both'), two.openDocument('minutes:both')]
    await Promise.all([page.opened, stays.opened])
    one.channel.close()
    two.channel.breakOff()
    write(page, 'left by the other page')
    write(stays, 'written here')
    await expect.poll(() => page.pending()).toBe(1)
    page.close()
    gateway.agree('both')
    await expect.poll(() => stays.draft?.text, { timeout: 5_000 }).toBe('written here')

    const shown: (string | undefined)[] = []
    const stop = stays.status.subscribe(() => shown.push(stays.draft?.text))
    await stays.takeLeft()
    stop()
    expect(stays.draft?.text).toContain('written here')
    expect(stays.draft?.text).toContain('left by the other page')
    // Whoever shows it hears that there is more of it: what is let go of must have been seen.
    expect(shown.at(-1)).toBe(stays.draft?.text)
    write(stays, 'and afterwards')
    expect(stays.draft?.text).toContain('and afterwards')
  })

  it('stay with the person as a draft when the minutes were agreed meanwhile, until they let them go', async () => {
    const kept = keptInMemory()
    const before = await gateway.as('late', { kept })
    const page = before.openDocument('minutes:late')
    await page.opened
    before.channel.close()
    write(page, 'one more thing')
    page.close()
    gateway.agree('late')

    const again = async () => {
      const opened = (await gateway.as('late', { kept })).openDocument('minutes:late')
      await opened.opened
      return opened
    }
    const after = await again()
    expect(after.draft?.text).toBe('one more thing')
    expect(after.status.get()).toMatchObject({ state: 'attention', because: 'minutes-agreed' })
    expect(minutesText(after.doc).toString()).not.toContain('one more thing')
    after.close()
    const once = await again()
    expect(once.draft?.text).toBe('one more thing')
    await once.discardDraft()
    expect(once.status.get()).toMatchObject({ state: 'read-only', because: 'minutes-agreed' })
    once.close()
    expect((await again()).draft).toBeNull()
  })

  const full = async () => ({
    ...(await keptInMemory().claim('', 'minutes:x')),
    keep: () => Promise.reject(new Error('full')),
  })
  it.each([
    ['keeps nothing', 'nothing', () => Promise.reject(new Error('no storage here'))],
    ['is full', 'full', full],
  ])('are kept by the page where the device %s, for whoever opens the text again', async (_, name, claim) => {
    const connection = await gateway.as(`device-${name}`, { kept: { claim } })
    const page = connection.openDocument(`minutes:device-${name}`)
    await page.opened
    connection.channel.breakOff()
    write(page, 'written without a line')
    page.close()
    const again = connection.openDocument(`minutes:device-${name}`)
    await again.opened
    await again.saved()
    const { doc } = await gateway.live.documents.read(`minutes:device-${name}`)
    expect(minutesText(doc).toString()).toContain('written without a line')
  })

  it('never join another history', async () => {
    const kept = keptInMemory()
    const first = await aGateway({ uri: database.uri })
    const connection = await first.as('epoch', { kept })
    const page = connection.openDocument('minutes:epoch')
    await page.opened
    connection.channel.close()
    write(page, 'of the old history')
    page.close()
    await first.close()
    // What redaction does: the document begins anew.
    await gateway.db
      .collection<{ _id: string }>('documents')
      .updateOne({ _id: 'minutes:epoch' }, { $set: { epoch: 5 } })

    const after = (await gateway.as('epoch', { kept })).openDocument('minutes:epoch')
    await after.opened
    expect(after.draft?.text).toBe('of the old history')
    expect(minutesText(after.doc).length).toBe(2)
    await after.discardDraft()
    write(after, 'of the new one')
    await after.saved()
    const { doc, epoch } = await gateway.live.documents.read('minutes:epoch')
    expect([epoch, sameState(doc, after.doc)]).toEqual([5, true])
  })
})

describe('a page whose line is away when somebody signs in from another window of the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await aBrowser(gateway.url)
  })
  afterAll(() => browser?.close())

  /** Writes after the line broke, and the browser has got another cookie meanwhile. */
  async function aBrokenLine(person: string, signsIn: string) {
    const kept = keptInMemory()
    const id = `minutes:handed-to-${signsIn}` as const
    browser.cookie = await gateway.cookie(person)
    const connection = await gateway.as(person, { url: browser.url, kept, random: () => 0 })
    const page = connection.openDocument(id)
    await page.opened
    browser.cookie = await gateway.cookie(signsIn)
    connection.channel.breakOff()
    write(page, 'not sent yet')
    const line = () => [connection.channel.line.get(), page.pending()]
    const inDocument = async () => minutesText((await gateway.live.documents.read(id)).doc).toString()
    return { kept, id, page, line, inDocument }
  }

  it('sends nothing as them, and keeps its words for whoever wrote them', async () => {
    const { kept, id, page, line, inDocument } = await aBrokenLine('leaves', 'arrives')
    const ended = { state: 'ended', because: 'not-signed-in' }
    await expect.poll(line, { timeout: 5_000 }).toEqual([ended, 1])
    page.close()
    const openAs = async (person: string) => {
      const text = (await gateway.as(person, { kept })).openDocument(id)
      await text.opened
      await text.saved()
    }
    await openAs('arrives')
    expect(await inDocument()).not.toContain('not sent yet')
    await openAs('leaves')
    expect((await inDocument()).split('not sent yet').length - 1).toBe(1)
  })

  it('goes on where it is the same person', async () => {
    const { line, inDocument } = await aBrokenLine('stays', 'stays')
    await expect.poll(line, { timeout: 5_000 }).toEqual([{ state: 'connected' }, 0])
    expect(await inDocument()).toContain('not sent yet')
  })
})

describe('a text whose words were refused', () => {
  it('comes back after a broken line for reading only, and says why, until the person has let go of them', async () => {
    const kept = keptInMemory()
    const connection = await gateway.as('held-back', { kept })
    const text = connection.openDocument('minutes:held-back')
    const other = (await gateway.as('goes-on')).openDocument('minutes:held-back')
    await Promise.all([text.opened, other.opened])
    text.doc.transact(() => {
      write(text, 'not to be had')
      minutesText(text.doc).push([new Y.XmlElement('script')])
    })
    const refused = { state: 'attention', because: 'unknown-content' }
    await expect.poll(() => text.status.get()).toMatchObject(refused)

    const seen: unknown[] = []
    const look = () => void seen.push([text.readOnly, text.status.get().because])
    const stops = [connection.channel.line.subscribe(look), text.status.subscribe(look)]
    connection.channel.breakOff()
    write(other, 'written meanwhile')
    await expect.poll(() => minutesText(text.doc).toString(), { timeout: 5_000 }).toContain('written meanwhile')
    look()
    for (const stop of stops) stop()
    expect(new Set(seen.map(String))).toEqual(new Set(['true,unknown-content']))
    expect(text.status.get()).toMatchObject(refused)
    expect(text.draft?.text).toBe('not to be had')

    const gone = await gateway.as('held-back', { kept })
    const page = gone.openDocument('minutes:held-back')
    await page.opened
    gone.channel.close()
    write(page, 'left by another page')
    await expect.poll(() => page.pending()).toBe(1)
    page.close()
    await text.takeLeft()
    expect(text.draft?.text).toBe('not to be had')

    await text.discardDraft()
    expect(text.readOnly).toBe(true)
    text.close()
    const fresh = connection.openDocument('minutes:held-back')
    await fresh.opened
    await fresh.takeLeft()
    await fresh.saved()
    expect([fresh.readOnly, fresh.draft]).toEqual([false, null])
    expect(minutesText(fresh.doc).toString()).toContain('left by another page')
    expect(minutesText(fresh.doc).toString()).not.toContain('not to be had')
  })
})

describe('a text that two parts of a page have open', () => {
  it('is open for both when they may read it again, and stays open when one closes it', async () => {
    const connection = await gateway.as('returns')
    const page = connection.openDocument('minutes:returns')
    await page.opened
    gateway.holds('returns', [])
    await expect.poll(() => page.status.get().because).toBe('not-found')
    const other = connection.openDocument('minutes:returns')
    await expect(other.opened).rejects.toMatchObject({ code: 'not-found' })
    gateway.holds('returns', [anOffice()])
    await expect.poll(() => page.status.get().state).toBe('saved')
    const third = connection.openDocument('minutes:returns')
    await third.opened
    other.close()
    third.close()
    write(page, 'still heard')
    await page.saved()
    expect(minutesText((await gateway.live.documents.read('minutes:returns')).doc).toString()).toContain('still heard')
  })

  it('is kept on the device whole, or as it was before', async () => {
    const kept = keptInMemory()
    const earlier: Copy = { epoch: 1, readOnly: false, updates: [new Uint8Array([0, 0])] }
    const written: Copy[] = [earlier]
    const copies = {
      find: async () => null,
      put: async (_id: string, copy: Copy) => void written.push(copy),
      forget: async () => {},
    }
    const before = await gateway.as('copies', { kept })
    const gone = before.openDocument('minutes:copies')
    await gone.opened
    write(gone, 'already there')
    await gone.saved()
    before.channel.close()
    write(gone, 'not sent yet')
    await expect.poll(() => gone.pending()).toBe(1)
    gone.close()

    const connection = await gateway.as('copies', { kept, copies })
    const page = connection.openDocument('minutes:copies')
    page.keepCopy()
    expect(written).toEqual([earlier])
    const ahead = connection.openDocument('minutes:copies')
    await ahead.opened.then(ahead.keepCopy)
    ahead.close()
    expect(page.pending()).toBe(1)
    expect(written).toEqual([earlier])
    await page.saved()
    page.keepCopy()
    const copy = new Y.Doc()
    for (const update of written.at(-1)?.updates ?? []) Y.applyUpdate(copy, update)
    expect(sameState(copy, page.doc)).toBe(true)
  })
})

describe('a large paste', () => {
  it('travels in parts', async () => {
    const mine = (await gateway.as('paste')).openDocument('minutes:paste')
    const other = (await gateway.as('reader')).openDocument('minutes:paste')
    await Promise.all([mine.opened, other.opened])
    write(mine, 'ŵ'.repeat(800_000))
    await mine.saved()
    await expect.poll(() => sameState(mine.doc, other.doc), { timeout: 5_000 }).toBe(true)
  })
})

describe('a text that is opened anew while a push is being looked at', () => {
  it.each([
    ['of a paragraph', (doc: Y.Doc) => write({ doc }, 'pushed twice')],
    ['of letters', (doc: Y.Doc) => aText(doc).insert(0, 'pushed twice')],
  ])('hears nothing of that push, %s: it would be taken for one of its own', async (what, typeIn) => {
    const id: DocumentId = `minutes:opened-anew-${what.replaceAll(' ', '-')}`
    const socket = await aBareSocket(gateway, 'opens-anew')
    const { handle, update } = await socket.emitWithAck('document:open', { documentId: id, clientId: 78 })
    const heard: unknown[] = []
    for (const event of ['document:refused', 'document:saved'])
      socket.on(event, (message) => heard.push([event, message]))
    const mine = new Y.Doc()
    mine.clientID = 78
    Y.applyUpdate(mine, Buffer.from(update, 'base64'))
    const before = Y.encodeStateVector(mine)
    typeIn(mine)
    const edit = Buffer.from(Y.encodeStateAsUpdate(mine, before)).toString('base64')

    const database = gateway.db.db
    if (!database) throw new Error('no line to the database')
    const command = database.command.bind(database)
    let goOn = () => {}
    const looking = new Promise<void>((looked) => {
      const spy = vi.spyOn(database, 'command').mockImplementation(async (asked, ...options) => {
        if (asked.insert === 'documentClients') {
          spy.mockRestore()
          looked()
          await new Promise<void>((done) => {
            goOn = done
          })
        }
        return command(asked, ...options)
      })
    })
    socket.emit('document:push', [handle, 1, edit])
    await looking
    await socket.emitWithAck('document:open', { documentId: id, clientId: 78 })
    goOn()
    socket.emit('document:push', [handle, 1, edit])
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    expect(heard).toEqual([['document:saved', [handle, 1, expect.any(Number)]]])
    socket.close()
  })
})

describe('what lists show of a document', () => {
  it('follows the text a moment later', async () => {
    const mine = (await gateway.as('projects')).openDocument('minutes:projected')
    await mine.opened
    write(mine, 'the newest words')
    await mine.saved()
    await expect.poll(() => projected.at(-1), { timeout: 5_000 }).toContain('projected: ')
    await expect.poll(() => projected.some((text) => text.includes('the newest words')), { timeout: 5_000 }).toBe(true)
  })
})

describe('a node that has missed a row', () => {
  /** Somebody there, and an edit of theirs that builds on the row. */
  async function aDeafNode(id: DocumentId) {
    const deaf = await aGateway({ uri: database.uri, headCheck: 600_000 }) // hears of nothing, and does not look by itself
    const author = (await gateway.as('author')).openDocument(id)
    await author.opened
    const socket = await aBareSocket(deaf, 'other')
    const { handle } = await socket.emitWithAck('document:open', { documentId: id, clientId: 77 })
    const heard: [event: string, message: unknown][] = []
    socket.onAny((event: string, message: unknown) => {
      if (event !== 'presence') heard.push([event, message])
    })
    write(author, 'written elsewhere')
    await author.saved()

    const theirs = new Y.Doc()
    theirs.clientID = 77
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(author.doc))
    const seen = Y.encodeStateVector(theirs)
    write({ doc: theirs }, 'built on it')
    const update = Buffer.from(Y.encodeStateAsUpdate(theirs, seen)).toString('base64')
    return { deaf, socket, handle, heard, update }
  }

  it('looks for it in the log when an edit builds on it, and says no only until it is there', async () => {
    const id = 'minutes:behind'
    const { deaf, socket, handle, heard, update } = await aDeafNode(id)
    socket.emit('document:push', [handle, 1, update])
    await expect
      .poll(() => heard.map(([event]) => event), { timeout: 5_000 })
      .toEqual(['document:updated', 'document:refused'])
    expect(heard[1]?.[1]).toMatchObject({ handle, n: 1, code: 'gap' })
    socket.emit('document:push', [handle, 2, update, null, { again: true }])
    await expect
      .poll(() => heard.at(-1), { timeout: 5_000 })
      .toEqual(['document:saved', [handle, 2, expect.any(Number)]])
    socket.close()
    await deaf.close()
    expect(minutesText((await gateway.live.documents.read(id)).doc).toString()).toContain('built on it')
  })
  it('and cannot look, as the database is away, says that and nothing of a gap', async () => {
    const { deaf, socket, handle, heard, update } = await aDeafNode('minutes:behind-and-away')
    const away = vi.spyOn(deaf.db.collection('documentUpdates'), 'find').mockImplementation(() => {
      throw new Error('connection closed')
    })
    socket.emit('document:push', [handle, 1, update])
    await expect
      .poll(() => heard, { timeout: 5_000 })
      .toEqual([['document:refused', expect.objectContaining({ handle, n: 1, code: 'unavailable' })]])
    away.mockRestore()
    socket.close()
    await deaf.close()
  })
})
