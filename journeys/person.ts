import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import type { Product } from './product.js'

export type DemoKey =
  | 'mag-chair'
  | 'mag-vice-chair'
  | 'ws1-chair'
  | 'ws1-vice-chair'
  | 'ws2-chair'
  | 'ws2-vice-chair'
  | 'ws3-chair'
  | 'ws3-vice-chair'
  | 'secretariat'
  | 'member'
  | 'tf-residential-chair'
  | 'tf-residential-member'
  | 'social-care-wales'
  | 'ministers-office'
  | 'scrutiny-reader'
  | 'guest'

export const demoKeys: readonly DemoKey[] = [
  'mag-chair',
  'mag-vice-chair',
  'ws1-chair',
  'ws1-vice-chair',
  'ws2-chair',
  'ws2-vice-chair',
  'ws3-chair',
  'ws3-vice-chair',
  'secretariat',
  'member',
  'tf-residential-chair',
  'tf-residential-member',
  'social-care-wales',
  'ministers-office',
  'scrutiny-reader',
  'guest',
]

/** What GraphQL answered: data, or the code of the refusal. */
export interface Reply<T> {
  data: T | null
  code: string | null
  details: Record<string, unknown>
}

/** Somebody signed in, using the public API only. */
export interface Person {
  key: DemoKey
  personId: string
  cookie: string
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<Reply<T>>
  /** Sends a command with a mutationId of its own, unless one is given; asks back `fields`. */
  command<T = { id: string }>(name: string, input: Record<string, unknown>, fields?: string): Promise<Reply<T>>
}

export async function signIn(product: Pick<Product, 'url'>, key: DemoKey): Promise<Person> {
  const answer = await fetch(`${product.url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`could not sign in as ${key}: ${answer.status} ${await answer.text()}`)
  const ask = <T>(query: string, variables: Record<string, unknown> = {}) => post<T>(product, cookie, query, variables)
  const viewer = await ask<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }')
  return {
    key,
    personId: viewer.data?.viewer.person.id ?? '',
    cookie,
    ask,
    async command<T>(name: string, input: Record<string, unknown>, fields = 'id') {
      const reply = await ask<Record<string, T>>(
        `mutation ($input: ${inputTypes.get(name)}) { ${name}(input: $input) { ${fields} } }`,
        {
          input: { mutationId: v7(), ...input },
        },
      )
      return { ...reply, data: reply.data?.[name] ?? null }
    },
  }
}

/** What each command takes, as the schema says. */
const inputTypes = new Map(
  [
    ...readFileSync(new URL('../apps/gateway/schema.graphql', import.meta.url), 'utf8').matchAll(
      /^ {2}(\w+)\(input: (\w+!)\)/gm,
    ),
  ].map(([, command, type]) => [command, type]),
)

async function post<T>(
  product: Pick<Product, 'url'>,
  cookie: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Reply<T>> {
  const answer = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await answer.json()) as {
    data?: T | null
    errors?: { message: string; extensions?: { code?: string; details?: Record<string, unknown> } }[]
  }
  const [error] = errors ?? []
  return {
    data: error ? null : (data ?? null),
    code: error ? (error.extensions?.code ?? error.message) : null,
    details: error?.extensions?.details ?? {},
  }
}
