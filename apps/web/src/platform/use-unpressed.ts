import { useState } from 'react'
import { signal, useSignal } from './signal'

/** Whether a finger or a button of the mouse is down somewhere on the page. */
const pressed = signal(false)

function follow(): void {
  const down = () => pressed.set(true)
  // The click comes in the same turn as the letting go.
  const up = () => setTimeout(() => pressed.set(false))
  window.addEventListener('pointerdown', down, { capture: true })
  window.addEventListener('pointerup', up, { capture: true })
  window.addEventListener('pointercancel', up, { capture: true })
  // Its menu may take the letting go for itself.
  window.addEventListener('contextmenu', up, { capture: true })
}
if ('window' in globalThis) follow()

/**
 * A value for what comes and goes by itself above a page: it stands still while somebody presses. What is under the finger would move
 * away otherwise before it is let go, and the press would be lost, or be another's.
 */
export function useUnpressed<T>(value: T): T {
  const isPressed = useSignal(pressed)
  const [shown, setShown] = useState(value)
  if (!isPressed && !Object.is(shown, value)) setShown(value)
  return isPressed ? shown : value
}
