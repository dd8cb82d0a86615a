import { useState } from 'react'
import { announce } from '../../platform/announce'
import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import { Button } from '../button'
import { Icon } from '../icon'
import { type Named, type RestrictCommand, RestrictDialog } from './restrict-dialog'
import { restrictionWords } from './restriction-words'

interface RestrictionPartProps {
  /** null: not restricted. */
  restrictedTo: readonly Named[] | null
  /** Whom a restriction names unless somebody says otherwise. */
  usual: readonly Named[]
  may: boolean
  command: RestrictCommand
}

/** Who may see a record at all; those who rule or prepare where it stands restrict it here, and lift that. */
export function RestrictionPart({ restrictedTo, usual, may, command }: RestrictionPartProps) {
  const words = useWords(restrictionWords)
  const [asking, setAsking] = useState(false)
  if (!may && !restrictedTo) return null
  const lift = async () => {
    if ((await command.run(null)).state === 'done') announce(words.lifted)
  }
  return (
    <section className="pad stack-s restriction" aria-labelledby="restriction-title">
      <h2 id="restriction-title">{words.title}</h2>
      {restrictedTo ? (
        <div>
          <p>
            <Icon name="lock" /> {words.restricted}
          </p>
          <ul className="points">
            {restrictedTo.map((one) => (
              <li key={`${one.body?.id} ${one.office} ${one.person?.id}`}>
                <Content text={one.label} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="quiet">{words.open}</p>
      )}
      {may && (
        <div className="row no-print">
          <Button small icon="lock" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {restrictedTo ? words.change : words.restrict}
          </Button>
          {restrictedTo && (
            <Button small weight="bare" busy={command.busy} onClick={() => void lift()}>
              {words.lift}
            </Button>
          )}
        </div>
      )}
      {asking && <RestrictDialog proposed={restrictedTo ?? usual} command={command} onClose={() => setAsking(false)} />}
    </section>
  )
}
