import { Fragment } from 'react'
import { commandKey } from '../../platform/command-key'
import { useAllDoings } from '../../platform/doings'
import { useLanguage } from '../../platform/language'
import { useKeysHere } from '../../platform/page-keys'
import { useWords } from '../../platform/words'
import { Dialog } from '../../ui/dialog'
import { useSingleKeys } from './single-keys'
import { paletteWords } from './words'

interface Row {
  key: string
  name: string
}

/** Every key there is: of what is on the page, of what the page offers, and everywhere. Single keys can be turned off. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const words = useWords(paletteWords)
  const language = useLanguage()
  const [on, setOn] = useSingleKeys()
  const here = useKeysHere().map(({ of, keys }) => ({
    of: of[language],
    rows: keys.map(({ key, does }) => ({ key, name: does[language] })),
  }))
  const everywhere: Row[] = [
    { key: `${commandKey} K`, name: words.keyFind },
    { key: `${commandKey} Z`, name: words.keyUndo },
    { key: '?', name: words.keyShortcuts },
    { key: 'Esc', name: words.keyClose },
    ...useAllDoings().flatMap(({ key, name }) => (key ? [{ key, name: name[language] }] : [])),
  ]
  return (
    <Dialog title={words.shortcuts} onClose={onClose}>
      {here.length === 0 && <p className="quiet">{words.none}</p>}
      {[...here, { of: words.everywhere, rows: everywhere }].map(({ of, rows }) => (
        <Fragment key={of}>
          <h3>{of}</h3>
          <KeyTable of={of} rows={rows} />
        </Fragment>
      ))}
      <label className="row">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {words.singleKeys}
      </label>
    </Dialog>
  )
}

function KeyTable({ of, rows }: { of: string; rows: readonly Row[] }) {
  const words = useWords(paletteWords)
  return (
    <table className="log" aria-label={of}>
      <thead className="hidden">
        <tr>
          <th scope="col">{words.keyColumn}</th>
          <th scope="col">{words.doesColumn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name }) => (
          <tr key={`${key} ${name}`}>
            <td>
              <kbd>{key}</kbd>
            </td>
            <td>{name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
