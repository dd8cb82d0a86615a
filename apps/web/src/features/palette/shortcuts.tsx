import { commandKey } from '../../platform/command-key'
import { useAllDoings } from '../../platform/doings'
import { useLanguage } from '../../platform/language'
import { useWords } from '../../platform/words'
import { Dialog } from '../../ui/dialog'
import { useSingleKeys } from './single-keys'
import { paletteWords } from './words'

/** Every key there is, made from what the page offers; single keys can be turned off. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const words = useWords(paletteWords)
  const language = useLanguage()
  const [on, setOn] = useSingleKeys()
  const keyed = useAllDoings().filter(({ key }) => key)
  const rows = [
    { key: `${commandKey} K`, name: words.keyFind },
    { key: '?', name: words.keyShortcuts },
    { key: 'Esc', name: words.keyClose },
    ...keyed.map(({ key, name }) => ({ key, name: name[language] })),
  ]
  return (
    <Dialog title={words.shortcuts} onClose={onClose}>
      <table className="log">
        <thead>
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
      {keyed.length === 0 && <p className="quiet">{words.none}</p>}
      <label className="tick-line">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {words.singleKeys}
      </label>
    </Dialog>
  )
}
