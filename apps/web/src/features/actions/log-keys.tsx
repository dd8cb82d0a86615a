import { allDoings } from '../../platform/doings'
import { type PageKeys, usePageKeys } from '../../platform/page-keys'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { logWords } from './words'

type KeyName = keyof typeof logWords.en.keys

const both = (name: KeyName) => ({ en: logWords.en.keys[name], cy: logWords.cy.keys[name] })
const keyOf = (key: string, name: KeyName) => ({ key, does: both(name) })

const logKeys: PageKeys = {
  of: both('title'),
  keys: [
    keyOf('↑ ↓ ← →', 'move'),
    keyOf('Enter, F2', 'edit'),
    keyOf('Space', 'open'),
    keyOf('Esc', 'leave'),
    keyOf('Tab', 'commit'),
    keyOf('Home, End', 'first'),
    keyOf('Page Up, Page Down', 'page'),
    keyOf('Ctrl Home, Ctrl End', 'ends'),
    keyOf('x', 'choose'),
    keyOf('Shift ↑, Shift ↓', 'chooseOn'),
    keyOf('Ctrl a', 'chooseAll'),
  ],
}

/** The keys at the foot of the log, and the list of all of them on request. */
export function LogKeys({ count }: { count: string }) {
  const { keys } = useWords(logWords)
  usePageKeys(logKeys)
  return (
    <div className="key pad foot no-print">
      <span>{count}</span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {keys.move}
      </span>
      <span>
        <kbd>Enter</kbd> {keys.edit}
      </span>
      <span>
        <kbd>Space</kbd> {keys.open}
      </span>
      <span>
        <kbd>Esc</kbd> {keys.leave}
      </span>
      <Button
        weight="bare"
        small
        onClick={() =>
          allDoings()
            .find(({ id }) => id === 'shortcuts')
            ?.run('')
        }
        aria-haspopup="dialog"
      >
        {keys.all}
      </Button>
    </div>
  )
}
