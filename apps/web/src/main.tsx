import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { askWhoIsHere } from './platform/boot'

const root = document.getElementById('camau')
// The question is on its way before React starts.
const asked = askWhoIsHere()
if (root) createRoot(root).render(<App asked={asked} />)
