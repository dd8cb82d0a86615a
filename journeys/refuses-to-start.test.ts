import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort, startProduct } from './product.js'

const main = fileURLToPath(new URL('../apps/gateway/dist/main.js', import.meta.url))
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'camau-refuse-'))
  folders.push(folder)
  return folder
}

/** Starts the gateway where it must not start: what it said, all of it as an error, and its exit code. */
async function tryToStart(env: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: aFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, out] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  child.stdout.on('data', (chunk: Buffer) => (out += chunk))
  const code = await new Promise<number | null>((resolve) => child.once('close', (exit) => resolve(exit)))
  expect(out).toBe('')
  return { said: said.trim(), code }
}

/** One line to read, no stack, and the code that tells a supervisor that it failed. */
function expectOneSentence({ said, code }: { said: string; code: number | null }, about: RegExp) {
  expect(said).toMatch(about)
  expect(said).not.toMatch(/\n\s+at |Error:|node_modules/)
  expect(code).toBe(1)
}

describe('Camau refuses to start, with a sentence', () => {
  it.each([
    ['a port that is no port', { PORT: 'http' }, /PORT/],
    ['a misspelt setting', { CAMAU_LIMIT_SOKETS: '5' }, /CAMAU_LIMIT_SOKETS/],
    ['half of a group', { OIDC_ISSUER: 'https://login.example' }, /OIDC_CLIENT_ID/],
    ['demo people in production', { NODE_ENV: 'production', DEMO: 'on' }, /DEMO/],
  ])('on %s', async (_, env, about) => expectOneSentence(await tryToStart(env), about))

  it('on several faults at once, each named', async () => {
    const { said, code } = await tryToStart({ PORT: '0.5', DEMO: 'perhaps', SMTP_HOTS: 'mail' })
    for (const name of ['PORT', 'DEMO', 'SMTP_HOTS']) expect(said).toContain(name)
    expect(said.split('\n')).toHaveLength(3)
    expect(code).toBe(1)
  })

  it('on a port in use', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const tried = await tryToStart({ PORT: String(port) })
    expectOneSentence(tried, /./)
    expect(tried.said).toBe(`Port ${port} is in use: stop what listens there, or set PORT to another.`)
    await new Promise((resolve) => other.close(resolve))
  })

  it('on a data folder that cannot be one', async () => {
    const file = join(aFolder(), 'a-file')
    writeFileSync(file, 'not a folder')
    expectOneSentence(await tryToStart({ DATA_DIR: file }), /^The data folder [^\n]*\.$/)
  })

  it('on a data folder that another Camau uses, which goes on undisturbed', async () => {
    const product = await startProduct()
    expectOneSentence(
      await tryToStart({ DATA_DIR: product.dataDir }),
      /^The data folder [^\n]*(in use|already)[^\n]*\.$/i,
    )
    expect((await fetch(`${product.url}/readyz`)).ok).toBe(true)
    await product.end()
  })

  it('on a damaged database file, which is left as it is', async () => {
    const folder = aFolder()
    mkdirSync(folder, { recursive: true })
    const product = await startProduct({ DATA_DIR: folder })
    await product.kill('SIGTERM')
    const file = findFile(folder, 'engine.mdb')
    writeFileSync(file, Buffer.alloc(8_192, 7))
    expectOneSentence(await tryToStart({ DATA_DIR: folder }), /damaged/)
    await product.end()
  })
})

function findFile(folder: string, name: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(name))
  if (!found) throw new Error(`${name} is not below ${folder}`)
  return join(folder, found)
}
