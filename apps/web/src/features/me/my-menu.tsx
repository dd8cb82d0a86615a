import { Content } from '../../platform/content'
import { themes, useTheme } from '../../platform/theme'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Face } from '../../ui/face'
import { meWords } from './words'
import './me.css'

/** Who I am here, what I hold, how it looks, and the way out. */
export function MyMenu({ onShortcuts, onSignOut }: { onShortcuts: () => void; onSignOut: () => void }) {
  const words = useWords(meWords)
  const me = useViewer()
  return (
    <>
      <button type="button" className="me-button" popoverTarget="me">
        <Face initials={me.initials} name={words.me(me.name)} me />
      </button>
      <div id="me" popover="auto" className="sheetlet me-menu">
        <h2>{me.name}</h2>
        {me.offices.length > 0 ? (
          <>
            <h3>{words.offices}</h3>
            <ul>
              {me.offices.map(({ appointmentId, title }) => (
                <li key={appointmentId}>
                  <Content text={title} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="quiet">{words.noOffice}</p>
        )}
        <ThemeChoice />
        <div className="row">
          <Button small onClick={onShortcuts}>
            {words.shortcuts}
          </Button>
          <Button small onClick={onSignOut}>
            {words.signOut}
          </Button>
        </div>
      </div>
    </>
  )
}

function ThemeChoice() {
  const words = useWords(meWords)
  const [theme, choose] = useTheme()
  return (
    <fieldset className="themes">
      <legend>{words.theme}</legend>
      {themes.map((each) => (
        <label key={each}>
          <input type="radio" name="theme" checked={theme === each} onChange={() => choose(each)} />
          {words[each]}
        </label>
      ))}
    </fieldset>
  )
}
