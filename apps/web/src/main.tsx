import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { App, loadShell } from './app'
import { expectPage } from './pages'
import { whoIsHere } from './platform/boot'
import { hasLeft } from './platform/session'

const root = document.getElementById('camau')
// The question is on its way before React starts.
const asked = whoIsHere()
// And whoever is here waits neither for one half of the product nor for the page to ask for the other.
void asked.then(({ state }) => {
  if (state !== 'signed-in') return
  expectPage(location.pathname)
  void loadShell().catch(() => undefined) // asked for again when it is drawn, and then said
})
// Whatever page is open then: nobody stays signed in until somebody happens to look.
window.addEventListener('online', () => void hasLeft())
if (root) createRoot(root).render(<App asked={asked} />)
