import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong with the page as it is now, by WCAG 2.0 to 2.2, A and AA, or by some of its rules; one line a fault. */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await bring(page)
  return page.evaluate(look, { rules: rules ?? standards, leavesOut: false })
}

/**
 * The same for a window that walks from page to page. What lies behind an open dialog, out of reach, is left out, and so is a part
 * in which nothing was found before, of the same words, size and colours. Colours do not differ with the language: looking at them, which
 * takes most of the time, is left to English.
 */
export async function newFaultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await bring(page)
  return page.evaluate(look, { rules: rules ?? standards, leavesOut: true })
}

async function bring(page: Page): Promise<void> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
}

interface Axe {
  run(
    context: { include: Node[]; exclude: Node[] },
    options: { runOnly: readonly string[]; rules: Record<string, { enabled: boolean }>; resultTypes: ['violations'] },
  ): Promise<{ violations: Violation[] }>
}

interface Violation {
  id: string
  help: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** Runs in the page. */
async function look({ rules, leavesOut }: { rules: readonly string[]; leavesOut: boolean }): Promise<string[]> {
  const { axe, found = new Set() } = window as unknown as { axe: Axe; found?: Set<string> }
  Object.assign(window, { found })
  const dialog = leavesOut ? document.querySelector('dialog[open]') : null
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const parts = [...document.querySelectorAll('nav.places > *, header.bar > *, main > *')].map((part) => {
    const { width, height } = part.getBoundingClientRect()
    return { part, form: [rules, innerWidth, dark, width, height, part.outerHTML].join() }
  })
  const known = leavesOut && !dialog ? parts.filter(({ form }) => found.has(form)).map(({ part }) => part) : []
  const { violations } = await axe.run(
    { include: [dialog ?? document.documentElement], exclude: known },
    {
      runOnly: rules,
      rules: leavesOut && document.documentElement.lang === 'cy' ? { 'color-contrast': { enabled: false } } : {},
      resultTypes: ['violations'],
    },
  )
  if (!dialog && violations.length === 0) for (const { form } of parts) found.add(form)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`,
    ),
  )
}
