import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { LanguageProvider } from '../../platform/language'
import { type PageKeys, usePageKeys } from '../../platform/page-keys'
import { Shortcuts } from './shortcuts'
import { useKeys } from './use-keys'

afterEach(cleanup)

const logKeys: PageKeys = {
  of: { en: 'Keys of the log', cy: 'Bysellau’r log' },
  keys: [{ key: 'F2', does: { en: 'edit the cell', cy: 'golygu’r gell' } }],
}

function Page({ language }: { language: 'en' | 'cy' }) {
  const [open, setOpen] = useState(false)
  usePageKeys(logKeys)
  useKeys({ onFind: () => {}, onShortcuts: () => setOpen(true) })
  return (
    <LanguageProvider language={language}>
      {/* biome-ignore lint/a11y/useSemanticElements: only the role matters here. */}
      <div role="gridcell" tabIndex={0}>
        To read
        <input aria-label="To write in" />
      </div>
      {open && <Shortcuts onClose={() => setOpen(false)} />}
    </LanguageProvider>
  )
}

const ask = (where: HTMLElement) => fireEvent.keyDown(where, { key: '?' })

describe('the list of keys', () => {
  it.each(['en', 'cy'] as const)('opens on a question mark in a cell, with the keys of the page (%s)', (language) => {
    render(<Page language={language} />)
    ask(screen.getByRole('gridcell'))
    const table = screen.getByRole('table', { name: logKeys.of[language] })
    expect(within(table).getByText('F2').closest('tr')?.textContent).toContain(logKeys.keys[0]?.does[language])
  })

  it('leaves the question mark to whoever writes one', () => {
    render(<Page language="en" />)
    ask(screen.getByLabelText('To write in'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
