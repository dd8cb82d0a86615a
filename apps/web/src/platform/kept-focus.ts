import { useEffect } from 'react'

const places = 'section, article, aside, nav, fieldset, form, header, li, main'
/** Whoever takes something away may have a better place for the focus: theirs comes first. */
const patience = 100

/**
 * When what had the focus is taken away, by an answer or by somebody else, the focus would fall out of the page. It then
 * stays with what stood around: the next Tab goes on from there.
 */
export function useKeptFocus(): void {
  useEffect(() => keepFocus(document), [])
}

/** Watches a page; the answer stops it. */
export function keepFocus(page: Document): () => void {
  let last: Element | null = null
  let around: readonly Element[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    last = target
    around = ancestorsOf(target)
  }
  const look = () => {
    if (last?.isConnected !== false || page.activeElement !== page.body) return
    last = null
    rest(around.find((one) => one.isConnected && one.matches(places)) ?? page.querySelector('main'))
  }
  const watcher = new MutationObserver(() => {
    if (last?.isConnected !== false) return
    clearTimeout(timer)
    timer = setTimeout(look, patience)
  })
  page.addEventListener('focusin', note)
  watcher.observe(page.body, { childList: true, subtree: true })
  return () => {
    clearTimeout(timer)
    watcher.disconnect()
    page.removeEventListener('focusin', note)
  }
}

/** A place that is only read takes the focus for as long as it has it. */
function rest(place: Element | null): void {
  if (!(place instanceof HTMLElement)) return
  const own = place.hasAttribute('tabindex')
  if (!own) place.tabIndex = -1
  place.focus({ preventScroll: true })
  if (!own) place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = []
  for (let one = element.parentElement; one; one = one.parentElement) found.push(one)
  return found
}
