import { limits as domainLimits } from '@camau/domain'
import { z } from 'zod'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`)
const webAddress = (schemes: readonly string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
    message: `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })
const text = z.string().min(1, 'must not be empty')
const rate = (usual: number) => wholeNumber(1, 10_000_000).default(usual)

const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'must be development, test or production')
    .default('development'),
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('.data'),
  MONGODB_URI: webAddressOfMongo().optional(),
  REDIS_URL: webAddress(['redis', 'rediss']).optional(),
  PUBLIC_URL: webAddress(['http', 'https']).optional(),
  TRUSTED_PROXIES: wholeNumber(0, 8).default(0),
  DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('warn'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  OIDC_ISSUER: webAddress(['https', 'http']).optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  SMTP_URL: webAddress(['smtp', 'smtps']).optional(),
  SMTP_FROM: text.optional(),
  CAMAU_LIMIT_SIGN_INS: rate(120),
  CAMAU_LIMIT_REQUESTS: rate(100),
  CAMAU_LIMIT_SOCKETS: rate(10),
  CAMAU_LIMIT_SOCKETS_PER_ADDRESS: rate(200),
  CAMAU_LIMIT_PUSHES: rate(60),
  CAMAU_LIMIT_PRESENCE: rate(20),
  CAMAU_LIMIT_SESSION_IDLE: rate(domainLimits.sessionIdle / 1000),
  CAMAU_LIMIT_SESSION_ABSOLUTE: rate(domainLimits.sessionAbsolute / 1000),
})

/** All or none of a group: half of one is a mistake that would show up late. */
const groups: Readonly<Record<string, readonly (keyof z.input<typeof environment>)[]>> = {
  'sign-in with OpenID Connect': ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  mail: ['SMTP_URL', 'SMTP_FROM'],
}
const watchedPrefixes = ['CAMAU_LIMIT_', 'OIDC_', 'SMTP_']

export interface Config {
  production: boolean
  port: number
  host: string
  dataDir: string
  /** Unset: the embedded engine in `dataDir`. */
  mongodbUri: string | null
  /** Unset: this is the only node. */
  redisUrl: string | null
  publicUrl: URL | null
  /** How many proxies of ours a request passes: what the last of them says of where it comes from is believed, and nothing else. */
  trustedProxies: number
  demo: boolean
  logLevel: string
  metricsToken: string | null
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  smtp: { url: string; from: string } | null
  limits: Limits
}

/** How much one person or address may ask for; raised for load tests. Per second unless said otherwise. */
export interface Limits {
  /** Per minute and address. */
  signIns: number
  requests: number
  /** Open at once, per person. */
  sockets: number
  /** Open at once, per address. */
  socketsPerAddress: number
  pushes: number
  presence: number
  /** In milliseconds. */
  sessionIdle: number
  sessionAbsolute: number
}

/** Why Camau refuses to start: one plain sentence per fault, no value of any setting in it. */
export class Misconfigured extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
  }
}

/** Reads the environment once. Finds every fault before it gives up. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(set)
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...unknownNames(set),
    ...halfSet(set),
    ...(set.NODE_ENV === 'production' && set.DEMO === 'on'
      ? ['DEMO must not be on in production: anyone could sign in as anybody.']
      : []),
  ]
  if (!parsed.success || faults.length > 0) throw new Misconfigured(faults)
  return toConfig(parsed.data)
}

function unknownNames(set: Record<string, unknown>): string[] {
  return Object.keys(set)
    .filter((name) => watchedPrefixes.some((prefix) => name.startsWith(prefix)) && !(name in environment.shape))
    .map((name) => `${name} is not a setting of Camau; it may be misspelt.`)
}

function halfSet(set: Record<string, unknown>): string[] {
  return Object.entries(groups).flatMap(([purpose, names]) => {
    const missing = names.filter((name) => !(name in set))
    const all = missing.length === 0 || missing.length === names.length
    return all ? [] : [`${missing.join(' and ')} must be set too: ${purpose} takes ${names.join(', ')} together.`]
  })
}

function toConfig(env: z.output<typeof environment>): Config {
  const production = env.NODE_ENV === 'production'
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  const { SMTP_URL: url, SMTP_FROM: from } = env
  return {
    production,
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    mongodbUri: env.MONGODB_URI ?? null,
    redisUrl: env.REDIS_URL ?? null,
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null,
    trustedProxies: env.TRUSTED_PROXIES,
    demo: env.DEMO ? env.DEMO === 'on' : !production,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN ?? null,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    smtp: url && from ? { url, from } : null,
    limits: limitsOf(env),
  }
}

function limitsOf(env: z.output<typeof environment>): Limits {
  return {
    signIns: env.CAMAU_LIMIT_SIGN_INS,
    requests: env.CAMAU_LIMIT_REQUESTS,
    sockets: env.CAMAU_LIMIT_SOCKETS,
    socketsPerAddress: env.CAMAU_LIMIT_SOCKETS_PER_ADDRESS,
    pushes: env.CAMAU_LIMIT_PUSHES,
    presence: env.CAMAU_LIMIT_PRESENCE,
    sessionIdle: env.CAMAU_LIMIT_SESSION_IDLE * 1000,
    sessionAbsolute: env.CAMAU_LIMIT_SESSION_ABSOLUTE * 1000,
  }
}

// Not an address in the sense of URL: several hosts may stand in it.
function webAddressOfMongo() {
  return z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must be an address that starts with mongodb:// or mongodb+srv://')
}
