import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { announce } from '../../platform/announce'
import type { Language } from '../../platform/language'
import { type DemoPerson, signInAs } from '../../platform/session'
import { wordsIn } from '../../platform/words'
import { signInWords } from './words'

const [cy, en] = [wordsIn(signInWords, 'cy'), wordsIn(signInWords, 'en')]
const shownFirst = 9

/** The demonstration's offices. Tab goes through them, and so do the arrow keys. */
export function DemoPeople({ people, onSignedIn }: { people: readonly DemoPerson[]; onSignedIn: () => void }) {
  const [all, setAll] = useState(false)
  const [state, setState] = useState<'choosing' | 'signing-in' | 'failed'>('choosing')
  const ordered = [...people].sort((a, b) => rank(a) - rank(b))
  const shown = all ? ordered : ordered.slice(0, shownFirst)
  const list = useRef<HTMLUListElement>(null)
  // The button that showed the rest is gone: the focus goes on to the first of them.
  useEffect(() => {
    if (all) list.current?.querySelectorAll('button')[shownFirst]?.focus()
  }, [all])

  async function choose(key: string) {
    setState('signing-in')
    announce(`${cy.signingIn} · ${en.signingIn}`)
    const known = await signInAs(key).catch(() => false)
    if (known) return onSignedIn()
    setState('failed')
    announce(`${cy.failed} ${en.failed}`, 'assertive')
  }

  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">
        <span lang="cy">{cy.demo}</span>
        <span lang="en">{en.demo}</span>
      </h2>
      {state === 'failed' && (
        <p className="note t-late">
          <span lang="cy">{cy.failed}</span> <span lang="en">{en.failed}</span>
        </p>
      )}
      <ul ref={list} onKeyDown={moveByArrows}>
        {shown.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              aria-disabled={state === 'signing-in' || undefined}
              onClick={() => state !== 'signing-in' && choose(person.key)}
            >
              <b lang="cy">{nameIn('cy', person)}</b>
              <span lang="en">{nameIn('en', person)}</span>
            </button>
          </li>
        ))}
      </ul>
      {!all && people.length > shownFirst && (
        <p className="meta">
          <button type="button" className="b as-link both" onClick={() => setAll(true)}>
            <span lang="cy">{cy.all(people.length)}</span> <i>·</i> <span lang="en">{en.all(people.length)}</span>
          </button>
        </p>
      )}
    </section>
  )
}

const order = Object.keys(en.people)

/** Chairs first, as the words name them; whoever is not among them comes last. */
function rank({ key }: DemoPerson): number {
  return order.includes(key) ? order.indexOf(key) : order.length
}

function nameIn(language: Language, { key, name }: DemoPerson): string {
  const names: Record<string, string> = wordsIn(signInWords, language).people
  return names[key] ?? name
}

function moveByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.findIndex((button) => button.matches(':focus')) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
