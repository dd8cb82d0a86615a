import { describe, expect, it } from 'vitest'
import { Misconfigured, readConfig } from './config.js'

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof Misconfigured) return error.faults
  }
  return []
}

describe('reading the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '.data',
      demo: true,
      mongodbUri: null,
    })
  })

  it('has no demo in production unless told, and refuses it there', () => {
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false)
    expect(faultsOf({ NODE_ENV: 'production', DEMO: 'on' })).toEqual([
      'DEMO must not be on in production: anyone could sign in as anybody.',
    ])
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['DEMO', 'yes'],
    ['MONGODB_URI', 'postgres://x'],
    ['REDIS_URL', 'localhost'],
    ['PUBLIC_URL', 'camau.example'],
    ['NODE_ENV', 'staging'],
    ['METRICS_TOKEN', 'short'],
    ['CAMAU_LIMIT_PUSHES', '0'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    const faults = faultsOf({ [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name} .*\\.$`))
  })

  it('refuses half a group and names what it misses, but no value', () => {
    const faults = faultsOf({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_SECRET: 'hush-hush' })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('OIDC_CLIENT_ID must be set too')
    expect(faults.join()).not.toContain('hush-hush')
  })

  it.each(['CAMAU_LIMIT_PUSHS', 'OIDC_CLIENT', 'SMTP_HOST'])('refuses the unknown name %s', (name) => {
    expect(faultsOf({ [name]: '1' })).toEqual([`${name} is not a setting of Camau; it may be misspelt.`])
  })

  it('finds every fault at once', () => {
    expect(faultsOf({ PORT: 'x', OIDC_ISSUER: 'https://id.example', SMTP_PORT: '25', DEMO: 'maybe' })).toHaveLength(4)
  })
})
