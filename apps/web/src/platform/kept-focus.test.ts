import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from './kept-focus'

let stop = () => {}
beforeEach(() => {
  document.body.innerHTML = `
    <main tabindex="-1">
      <section id="ask"><div><button id="accept">Accept</button></div></section>
      <section id="other"><button id="elsewhere">Elsewhere</button></section>
    </main>`
  stop = keepFocus(document)
})
afterEach(() => stop())

const byId = (id: string) => document.getElementById(id)
const focused = () => document.activeElement?.id || document.activeElement?.tagName

describe('the focus of something that is taken away', () => {
  it('stays with what stood around it, and leaves no trace there', async () => {
    byId('accept')?.focus()
    byId('accept')?.parentElement?.remove()
    await expect.poll(focused).toBe('ask')
    byId('elsewhere')?.focus()
    expect(byId('ask')?.hasAttribute('tabindex')).toBe(false)
  })

  it('goes to the page when all around it is gone too', async () => {
    byId('accept')?.focus()
    byId('ask')?.remove()
    await expect.poll(focused).toBe('MAIN')
  })

  it('is left to whoever knows a better place', async () => {
    byId('accept')?.focus()
    byId('accept')?.remove()
    byId('elsewhere')?.focus()
    const since = Date.now()
    await expect.poll(() => Date.now() - since).toBeGreaterThan(200)
    expect(focused()).toBe('elsewhere')
  })
})
