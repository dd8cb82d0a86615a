import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

interface Service {
  image?: string
  build?: string
  ports?: string[]
  stop_grace_period?: string
  environment?: Record<string, string>
}

// No container engine runs where the tests run, so the files are held to what can be read from them.
describe('the set-up beyond one machine', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> }

  it('has three MongoDB members, Redis, two gateways and a proxy', () => {
    const images = Object.values(services).map(({ image, build }) => build ?? image?.split(':')[0])
    expect(images.filter((image) => image === 'mongo')).toHaveLength(4) // the fourth makes the set, once
    expect(images.filter((image) => image === '.')).toHaveLength(2)
    expect(images).toContain('redis')
    expect(images).toContain('nginx')
  })

  it('publishes the proxy and nothing else, and holds no password', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports)
    expect(published.map(([name]) => name)).toEqual(['proxy'])
    expect(read('docker-compose.yml')).not.toMatch(/password|secret/i)
  })

  it('tells every gateway of Redis, and leaves them time to take their leave', () => {
    for (const name of ['gateway-1', 'gateway-2']) {
      const { environment, stop_grace_period: grace } = services[name] ?? {}
      expect(environment?.REDIS_URL).toBe('redis://redis:6379')
      expect(Number(grace?.replace('s', '')) * 1_000).toBeGreaterThan(15_000) // as long as a node may take (main.ts)
    }
  })

  it('counts people by their own address, not by that of the proxy', () => {
    expect(services['gateway-1']?.environment?.TRUSTED_PROXIES).toBe('1')
    expect(read('deploy/nginx.conf')).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  })

  it('sets only what the gateway knows', () => {
    const known = read('apps/gateway/src/config.ts')
    for (const name of Object.keys(services['gateway-1']?.environment ?? {})) expect(known).toContain(name)
  })

  it('runs on a supported release of Node, not as root', () => {
    const dockerfile = read('Dockerfile')
    expect(dockerfile.match(/^FROM node:(\d+)/gm)).toEqual(['FROM node:24', 'FROM node:24'])
    expect(dockerfile).toMatch(/^USER node$/m)
  })
})
