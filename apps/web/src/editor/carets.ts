import type { CaretOf } from '@camau/collab'
import type { Awareness } from 'y-protocols/awareness'

const fadesAfter = 120_000

interface Caret {
  personId?: unknown
  name?: unknown
  initials?: unknown
  colour?: unknown
}

/** Another person's caret: initials, and the whole office when the pointer rests on it. Hidden from people who listen: the list of people tells them. */
export function drawCaret(user: Caret): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `caret ${colourClass(user)}`
  caret.dataset.person = String(user.personId)
  caret.setAttribute('aria-hidden', 'true')
  const label = document.createElement('i')
  label.append(part('short', user.initials), part('whole', user.name))
  caret.append(label)
  return caret
}

export function drawSelection(user: Caret): { class: string } {
  return { class: `mark ${colourClass(user)}` }
}

/** The presence with colours the caret plugin believes in: it knows hex only, and we draw by class. */
export function forCarets(awareness: Awareness): Awareness {
  const plain = (state: Record<string, unknown>) => {
    const { user } = state
    return typeof user === 'object' && user !== null ? { ...state, user: { ...user, color: '#000000' } } : state
  }
  return Object.create(awareness, {
    getStates: {
      value: () => new Map([...awareness.getStates()].map(([id, state]) => [id, state && plain(state)])),
    },
  })
}

/** Everybody else who has a caret in the text, and where. */
export function othersIn(awareness: Awareness): { user: CaretOf; cursor: { head: unknown } }[] {
  return [...awareness.getStates()].flatMap(([id, state]) =>
    id !== awareness.clientID && state?.cursor ? [{ user: state.user, cursor: state.cursor }] : [],
  )
}

/** Carets that have not moved for two minutes step back; returns what ends the watching. */
export function fadeCarets(awareness: Awareness, editor: HTMLElement): () => void {
  const seen = new Map<string, { cursor: string; timer: ReturnType<typeof setTimeout> }>()
  const mark = (person: string, idle: boolean) => {
    for (const caret of editor.querySelectorAll<HTMLElement>('.caret')) {
      if (caret.dataset.person === person) caret.classList.toggle('idle', idle)
    }
  }
  const watch = () => {
    for (const [id, state] of awareness.getStates()) {
      if (id === awareness.clientID || !state?.cursor) continue
      const person = String(state.user?.personId)
      const cursor = JSON.stringify(state.cursor)
      const before = seen.get(person)
      if (before?.cursor === cursor) continue
      clearTimeout(before?.timer)
      mark(person, false)
      seen.set(person, { cursor, timer: setTimeout(() => mark(person, true), fadesAfter) })
    }
  }
  awareness.on('change', watch)
  return () => {
    awareness.off('change', watch)
    for (const { timer } of seen.values()) clearTimeout(timer)
  }
}

function part(name: string, text: unknown): HTMLElement {
  const span = document.createElement('span')
  span.className = name
  span.textContent = String(text)
  return span
}

function colourClass({ colour }: Caret): string {
  const number = Number(colour)
  return `p${number >= 1 && number <= 8 ? number : 8}`
}
