import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody without a mouse: everything goes through the keyboard, and a pointer that moves all the same is found out. */
export interface Keys {
  page: Page
  /** Presses them one after the other; after each, the focus is somewhere and can be seen. */
  press(...keys: string[]): Promise<void>
  /** Types where the focus is. */
  type(text: string): Promise<void>
  /** Tab, or Shift+Tab, until the focus is there. */
  tabTo(target: Locator, way?: 'Tab' | 'Shift+Tab'): Promise<void>
  /** By the link that leads past everything that is on every page. */
  toContent(): Promise<void>
  /** Arrow down in a list of choices until this one is chosen. */
  choose(option: string | RegExp): Promise<void>
  /** Find or do: opens it, types, takes the first line with this name. */
  command(text: string): Promise<void>
  /** The focus comes to rest there. */
  isOn(target: Locator): Promise<void>
  /** Fails when a pointer was used. */
  end(): Promise<void>
}

/** Takes the mouse away from a page, before it is opened. */
export async function byKeys(page: Page): Promise<Keys> {
  const pointed: string[] = []
  await page.exposeFunction('pointedAt', (what: string) => pointed.push(what))
  await page.addInitScript(reportPointers)
  await page.addInitScript(`window.faultOfFocus = ${faultOfFocus}`)
  const keys: Keys = {
    page,
    async press(...names) {
      for (const name of names) {
        await page.keyboard.press(name)
        await standsSomewhere(page, name)
      }
    },
    async type(text) {
      await page.keyboard.type(text)
      await standsSomewhere(page, text)
    },
    async tabTo(target, way = 'Tab') {
      await target.first().waitFor()
      // Found once: asking for a role at every stop would take longer than the person does.
      let wanted = await target.elementHandles()
      for (let [stops, before] = [0, lost]; ; stops++) {
        const { stop, fault } = await page.evaluate(stopOf, wanted)
        // A page that was just loaded has it nowhere, and after its last stop it hands it to the browser: one press
        // brings it back.
        if (fault && (fault !== lost || before === lost) && stops > 0) await standsSomewhere(page, way)
        before = fault
        if (stop === 'there') return
        if (stop === 'gone') wanted = await target.elementHandles()
        if (stops === mostStops) throw new Error(`${mostStops} times ${way} does not lead to ${target}`)
        await page.keyboard.press(way)
      }
    },
    async toContent() {
      await page.keyboard.press('Tab')
      await keys.isOn(page.locator('a.skip'))
      await keys.press('Enter')
      await keys.isOn(page.locator('main'))
    },
    async choose(option) {
      const chosen = () =>
        page.locator('select:focus').evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '')
      for (let before = ''; ; ) {
        const now = await chosen()
        if (typeof option === 'string' ? now === option : option.test(now)) return
        if (now === before) throw new Error(`${option} is not in the list; the last is ${now}`)
        before = now
        await keys.press('ArrowDown')
      }
    },
    async command(text) {
      await keys.press('Control+k')
      const field = page.getByRole('combobox', { name: /^(What to find or do|Beth i’w ganfod)/ })
      await keys.isOn(field)
      await keys.type(text)
      await page.locator('[role=option][aria-selected=true]', { hasText: text }).waitFor()
      await page.keyboard.press('Enter')
      await field.waitFor({ state: 'detached' })
      await standsSomewhere(page, `command ${text}`)
    },
    async isOn(target) {
      await expect.poll(() => hasFocus(page, target), { message: `focus on ${target}`, ...patience }).toBe(true)
      await standsSomewhere(page, String(target))
    },
    end: async () => expect(pointed).toEqual([]),
  }
  return keys
}

const mostStops = 80
const lost = 'the focus is lost'
const patience = { timeout: 20_000, interval: 30 }

async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) > 0
}

/** The focus is on something, which shows it and is not covered. */
async function standsSomewhere(page: Page, after: string): Promise<void> {
  await expect.poll(() => page.evaluate(faultOfFocus), { message: `after ${after}`, ...patience }).toBe('')
}

function stopOf(wanted: readonly Node[]): { stop: 'there' | 'gone' | 'elsewhere'; fault: string } {
  const fault: string = Reflect.get(window, 'faultOfFocus')()
  if (wanted.some((one) => one === document.activeElement)) return { stop: 'there', fault }
  return { stop: wanted.some(({ isConnected }) => isConnected) ? 'elsewhere' : 'gone', fault }
}

/** What is wrong with where the focus is; empty when all is well. Runs in the page. */
function faultOfFocus(): string {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'the focus is lost'
  const named = `${focused.outerHTML.slice(0, 160)}`
  // A page that was just opened, and the summary of what is wrong in a form, are places to read from, not things to use.
  if (focused.matches('main, .problem')) return ''
  const { left, top, right, bottom } = focused.getBoundingClientRect()
  // The part of it that is on the screen.
  const [x0, x1, y0, y1] = [
    Math.max(left, 0),
    Math.min(right, innerWidth),
    Math.max(top, 0),
    Math.min(bottom, innerHeight),
  ]
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [x0 + (x1 - x0) * x, y0 + (y1 - y0) * y] as const),
  )
  const uncovered = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y)
    return there !== null && (focused.contains(there) || there.contains(focused))
  })
  if (!uncovered) return `covered or out of sight: ${named}`
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = 'var(--focus)'
  const colour = getComputedStyle(probe).color
  probe.remove()
  const rings = (element: Element, edge: boolean) => {
    const { outlineStyle, outlineColor, boxShadow, borderTopColor, borderTopStyle } = getComputedStyle(element)
    return (
      (outlineStyle !== 'none' && outlineColor === colour) ||
      boxShadow.includes(colour) ||
      (edge && borderTopStyle !== 'none' && borderTopColor === colour)
    )
  }
  // A field may be ringed by what stands around it: its cell, the frame of the minutes, the palette.
  for (let around: Element | null = focused, steps = 0; around && steps < 4; around = around.parentElement, steps++)
    if (rings(around, around !== focused)) return ''
  return `no ring: ${named}`
}

/** Reports every event that only a pointer makes; Enter and Space on a button make a click with nothing behind it. */
function reportPointers(): void {
  const tell = Reflect.get(window, 'pointedAt') as (what: string) => void
  const types = ['pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'wheel', 'touchstart']
  for (const type of types) addEventListener(type, (event) => event.isTrusted && tell(type), true)
  addEventListener('click', (event) => event.isTrusted && event.detail > 0 && tell('click'), true)
}
