// Camau as `npm start` serves it: persistence, sign-in and rules on, only the rates per person and address raised. Its clients
// are signed-in demo people who write, through the product's own client library, in minutes made through the public API.
import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as inFolder } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ended, freePort, onCore } from '../process.mjs'
import { answers } from '../server.mjs'
import { typingIn } from './yjs-text.mjs'

export const keeps = true

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const gateway = file('apps/gateway/dist/main.js')
const engine = file('packages/embedded-mongo/bin/camau-mongo.mjs')

// ── the server ──
const raised = Object.fromEntries(
  ['SIGN_INS', 'REQUESTS', 'SOCKETS', 'SOCKETS_PER_ADDRESS', 'PUSHES', 'PRESENCE'].map((name) => [
    `CAMAU_LIMIT_${name}`,
    '100000',
  ]),
)
let seeded

/** The gateway on the server's core, and its engine apart, so that each one's use of the processor is known. */
export async function start({ port, core, folder, node = [] }) {
  const settings = { ...raised, PORT: String(port), DEMO: 'on' }
  if (folder) return { server: await startGateway({ ...settings, DATA_DIR: folder }, core, node) } // killed together
  seeded ??= await seed(settings, core)
  const data = mkdtempSync(inFolder(tmpdir(), 'camau-bench-'))
  cpSync(seeded, data, { recursive: true })
  const beside = await startEngine(data, core)
  const server = await startGateway({ ...settings, MONGODB_URI: beside.uri }, core, node)
  return { server, beside: beside.child, end: () => rmSync(data, { recursive: true, force: true }) }
}

/** The first start imports the programme; that is done once, and copied. */
async function seed(settings, core) {
  const data = mkdtempSync(inFolder(tmpdir(), 'camau-bench-seed-'))
  process.on('exit', () => rmSync(data, { recursive: true, force: true }))
  const { child, uri } = await startEngine(data, core)
  await ended(await startGateway({ ...settings, MONGODB_URI: uri }, core, []), 'SIGTERM')
  await ended(child, 'SIGTERM')
  return data
}

async function startEngine(data, core) {
  const port = await freePort()
  const args = [process.execPath, engine, '--data', data, '--port', String(port)]
  const child = onCore(core, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).split('\n')))
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)))
  })
  return { child, uri: line }
}

async function startGateway(settings, core, node) {
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...settings } }
  const child = onCore(core, [process.execPath, ...node, gateway], options)
  await answers(`http://127.0.0.1:${settings.PORT}/readyz`, child)
  return child
}

// ── the clients ──
const people = ['secretariat', 'mag-chair', 'mag-vice-chair', 'member']
let signedIn = []

/** Signs people in, and plans a meeting for each document that is needed. */
export async function prepare({ port, documents }) {
  signedIn = await Promise.all(people.map((key) => signIn(port, key)))
  const meetings = []
  for (let i = 0; i < documents; i++) meetings.push(await planMeeting(port, signedIn[0]))
  return meetings.map((id) => `minutes:${id}`)
}

async function signIn(port, key) {
  const answer = await post(`http://127.0.0.1:${port}/auth/demo`, { key })
  return answer.headers.get('set-cookie').split(';')[0]
}

async function planMeeting(port, cookie) {
  const query = 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id } }'
  const [startsAt, endsAt] = [Date.now(), Date.now() + 3_600_000].map((time) => new Date(time).toISOString())
  const input = { id: uuid7(), mutationId: uuid7(), bodyId: 'body-mag', startsAt, endsAt }
  const answer = await post(`http://127.0.0.1:${port}/graphql`, { query, variables: { input } }, { cookie })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(`no meeting could be planned: ${JSON.stringify(errors)}`)
  return data.createMeeting.id
}

async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer
}

function uuid7() {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomBytes(2).toString('hex').slice(1)}${random.slice(18)}`
}

export async function join({ port, place, number, presence }) {
  const { connect, minutesText, Y } = await import(file('packages/collab/dist/index.js'))
  const connection = connect({ url: `http://127.0.0.1:${port}`, cookie: signedIn[number % signedIn.length] })
  const document = connection.openDocument(place)
  await document.opened
  if (document.readOnly) throw new Error(`${place} is only for reading`)
  const text = await paragraphOf(minutesText(document.doc), Y, document)
  return typingIn(text, {
    ready: Promise.resolve(),
    moveCaret(at) {
      const anchor = Y.createRelativePositionFromTypeIndex(text, at)
      if (presence) document.awareness.setLocalStateField('cursor', { anchor, head: anchor })
    },
    pending: document.pending,
    saved: document.saved,
    close() {
      document.close()
      connection.close()
    },
  })
}

/** The text of the first paragraph; whoever comes first puts it there. */
async function paragraphOf(fragment, Y, document) {
  const paragraph = fragment.get(0)
  if (paragraph.length === 0) {
    paragraph.insert(0, [new Y.XmlText()])
    await document.saved()
  }
  return paragraph.get(0)
}
