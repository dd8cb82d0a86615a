import type { Page } from 'playwright-core'
import type { Language } from './browser.js'

// Small words that only one of the two languages has: where one stands unmarked, a sentence of the other language does.
const telltales: Record<Language, string> = {
  cy: '\\b(the|of|and|with|from|that|which|their|should|this|was)\\b',
  en: '(?<![\\p{L}’])(yn|yr|wedi|gyda|mae|neu|sydd|ond|bod|gan)(?![\\p{L}])',
}

/** Words of the other language that are not marked as such, so that they would be read aloud with the wrong voice. */
export function unmarkedWords(page: Page): Promise<string[]> {
  return page.evaluate(wordsWithoutLanguage, telltales)
}

/**
 * Runs in the page; lists are read as well, whose options are drawn only when they are opened. A text that is being written has
 * no language of its own, and what is announced is one plain sentence.
 */
function wordsWithoutLanguage(telltales: Record<string, string>): string[] {
  const language = document.documentElement.lang
  const other = new RegExp(telltales[language] ?? '', 'iu')
  const exempt = 'script, style, noscript, textarea, [role=textbox], .hidden[role]'
  const found = new Set<string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = text.parentElement
    if (!around || around.closest(exempt) || around.closest('[lang]')?.getAttribute('lang') !== language) continue
    const words = (text.textContent ?? '').trim()
    // A random reference may spell one of them.
    if (other.test(words.replace(/\b[A-Z0-9]{3}-[A-Z0-9]{3}\b/g, '')))
      found.add(`${around.localName}.${around.className}: ${words.slice(0, 120)}`)
  }
  return [...found]
}
