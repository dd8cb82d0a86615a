import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, aMutationId, anApp, post, type Visitor } from './test/app.js'
import { anEngine, type Engine } from './test/engine.js'

let engine: Engine
let app: App

beforeAll(async () => {
  engine = await anEngine()
  app = await anApp(await engine.database())
})
afterAll(async () => {
  await app.stop()
  await engine.stop()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}${path}`, { headers, redirect: 'manual' })
const codeOf = async (response: Response) => JSON.stringify(await response.json()).match(/"code":"([^"]+)"/)?.[1]

describe('signing in to the demo', () => {
  it('offers sixteen offices and no named person', async () => {
    const people = (await (await get('/auth/demo')).json()) as { key: string; name: string; offices: unknown[] }[]
    expect(people).toHaveLength(16)
    expect(people[0]).toMatchObject({ key: 'mag-chair', name: 'Chair, Ministerial Advisory Group' })
    expect(people.every(({ offices }) => offices.length === 1)).toBe(true)
  })

  it('gives a new cookie each time and ends the session before', async () => {
    const first = await app.signIn('member')
    const second = await post(`${app.url}/auth/demo`, first.cookie, { key: 'secretariat' })
    const cookie = second.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(cookie).not.toBe(first.cookie)
    expect((await first.ask('{ viewer { person { id } } }')).data.viewer).toBeNull()
  })

  it('ends on sign-out, for whoever kept the cookie too', async () => {
    const member = await app.signIn('member')
    expect((await post(`${app.url}/auth/sign-out`, member.cookie, {})).status).toBe(204)
    expect((await member.ask('{ viewer { person { id } } }')).data.viewer).toBeNull()
  })

  it.each([{ key: 'nobody' }, { key: { $ne: '' } }, {}, []])('knows nobody called %j', async (body) => {
    expect((await post(`${app.url}/auth/demo`, '', body)).status).toBe(404)
  })

  it.each(['https://evil.example', 'null'])('is not for pages of %s', async (origin) => {
    const response = await post(`${app.url}/auth/demo`, '', { key: 'member' }, { origin })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('GraphQL over HTTP', () => {
  const send = (body: unknown, headers: Record<string, string> = {}) => post(`${app.url}/graphql`, '', body, headers)

  it('takes POST alone, from our own pages alone, as JSON alone', async () => {
    expect((await get('/graphql?query={__typename}')).status).toBe(405)
    expect((await send({ query: '{ __typename }' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await send({ query: '{ __typename }' }, { origin: app.url })).status).toBe(200)
    const form = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      body: new URLSearchParams({ query: '{ __typename }' }),
    })
    expect(form.status).toBe(415)
  })

  it.each([
    ['a batch', [{ query: '{ __typename }' }, { query: '{ __typename }' }], 400],
    ['a body above 256 kB', { query: `{ __typename } #${'x'.repeat(300_000)}` }, 413],
    ['more tokens than a query needs', { query: `{ ${'__typename '.repeat(5_000)} }` }, 400],
    [
      'the same field under many names',
      { query: `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }` },
      400,
    ],
    ['a deep query', { query: `{ bodies { ${'parent { '.repeat(12)} id ${'} '.repeat(12)} } }` }, 400],
    [
      'two mutations at once',
      {
        query:
          'mutation { a: setLanguage(input: {mutationId: "a", language: "cy"}) { language } b: setLanguage(input: {mutationId: "b", language: "cy"}) { language } }',
      },
      400,
    ],
    ['no query', {}, 400],
  ])('refuses %s', async (_what, body, status) => {
    expect((await send(body)).status).toBe(status)
  })

  it('says what is wrong with a query, but hints at no name', async () => {
    const answer = await (await send({ query: '{ bodiez { id } }' })).json()
    expect(JSON.stringify(answer)).not.toMatch(/Did you mean|stack|node_modules/)
  })

  it.each([
    ['query ($id: ID!) { action(id: $id) { id } }', { id: 'act-nowhere' }, 'not-found'],
    ['query ($id: ID!) { body(id: $id) { id } }', { id: '$where' }, 'not-found'],
    ['query ($id: ID!) { body(id: $id) { id } }', { id: { $ne: '' } }, 'malformed'],
    ['query ($text: String!) { search(text: $text) { totalCount } }', { text: 'x'.repeat(4_001) }, 'too-long'],
    ['{ search(text: "a", first: 100000) { totalCount } }', {}, 'malformed'],
    ['{ changes(room: "programme") { seq } }', {}, 'not-found'],
    ['{ changes(room: "nonsense") { seq } }', {}, 'malformed'],
  ])('answers %s', async (query, variables, code) => {
    const { refused } = await app.nobody.ask(query, variables)
    expect(refused).toBe(code)
  })
})

describe('a command that says whose it is', () => {
  const command = 'mutation ($input: SetLanguageInput!) { setLanguage(input: $input) { language } }'
  const languageOf = async ({ ask }: Visitor) => (await ask('{ viewer { language } }')).data.viewer
  const send = async ({ cookie }: Visitor, language: string, person: string) => {
    const body = { query: command, variables: { input: { mutationId: aMutationId(), language } } }
    const response = await post(`${app.url}/graphql`, cookie, body, { 'camau-person': person })
    return [response.status, await codeOf(response)]
  }

  it('is carried out as that person or not at all', async () => {
    const member = await app.signIn('member')
    expect(await send(member, 'cy', 'demo-member')).toEqual([200, undefined])
    expect(await languageOf(member)).toEqual({ language: 'cy' })
    expect(await send(member, 'en', 'demo-secretariat')).toEqual([200, 'not-signed-in'])
    expect(await send(member, 'en', '')).toEqual([200, 'not-signed-in'])
    expect(await languageOf(member)).toEqual({ language: 'cy' })
    expect(await send(app.nobody, 'en', 'demo-member')).toEqual([200, 'not-signed-in'])
  })

  it('and queries are answered whoever asks', async () => {
    const { cookie } = await app.signIn('member')
    const body = { query: '{ viewer { person { id } } }' }
    const response = await post(`${app.url}/graphql`, cookie, body, { 'camau-person': 'demo-secretariat' })
    expect(await response.json()).toEqual({ data: { viewer: { person: { id: 'demo-member' } } } })
  })
})

describe('what search finds', () => {
  const search = async (who: { ask: App['nobody']['ask'] }, text: string) => {
    const { data } = await who.ask(
      'query ($text: String!) { search(text: $text) { totalCount hits { __typename } } }',
      { text },
    )
    return data.search as { totalCount: number; hits: { __typename: string }[] }
  }

  it('is a legacy item by the title of the closing list too', async () => {
    expect((await search(app.nobody, 'Sufficiency of Fostering')).hits[0]).toEqual({ __typename: 'LegacyItem' })
  })

  it('leaves out, and does not count, what is not for your eyes', async () => {
    const member = await search(await app.signIn('member'), 'Review of the action log')
    expect(member.hits.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(4)
    expect((await search(app.nobody, 'Review of the action log')).totalCount).toBe(member.totalCount - 4)
  })
})

describe('pages and headers', () => {
  it.each([
    [{}, '/cy'],
    [{ 'accept-language': 'en-GB,en;q=0.9' }, '/en'],
    [{ 'accept-language': 'cy, en;q=0.5' }, '/cy'],
    [{ 'accept-language': 'en,cy' }, '/cy'],
    [{ 'accept-language': 'fr' }, '/cy'],
    [{ 'accept-language': 'en, *;q=0.1' }, '/en'],
    [{ 'accept-language': 'cy', cookie: 'language=en' }, '/en'],
  ])('the first page for %j is %s', async (headers, place) => {
    const response = await get('/', headers)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(place)
  })

  it.each(['/nowhere', '/auth/nowhere', '/assets/nowhere.js', '/api/x'])('%s is not there', async (path) => {
    const response = await get(path)
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found'])
  })

  it.each(['/', '/healthz', '/auth/demo', '/nowhere'])('%s carries the safe headers', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/,
    )
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('says how it is', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
    const figures = await (await get('/metrics')).text()
    for (const name of ['camau_graphql_seconds_count', 'camau_sockets 0', 'camau_documents 0'])
      expect(figures).toContain(name)
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
  })
})
