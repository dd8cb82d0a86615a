import { afterAll, vi } from 'vitest'

// Test files follow each other in one process, for the sake of what they all load; each begins with modules and a page of its own.
vi.resetModules()
afterAll(() => {
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
})
