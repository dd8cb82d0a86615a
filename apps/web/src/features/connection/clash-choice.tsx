import { actionStatuses } from '@camau/domain'
import { type GuardedField, readTheirs } from '../../platform/changed-since'
import type { KeptCommand } from '../../platform/command-store'
import { useCommandQueue } from '../../platform/commands'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { dueDay } from '../../platform/due-day'
import { domainName } from '../../platform/enums'
import { isRecord, type Refused } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { clashWords } from '../../platform/words/clash'
import { statusWords } from '../../platform/words/statuses'
import { Button } from '../../ui/button'

/** Theirs and mine, both shown: sent again as it was, mine could never pass. */
export function ClashChoice({ command, refused }: { command: KeptCommand; refused: Refused }) {
  const words = useWords(clashWords)
  const dates = useDates()
  const queue = useCommandQueue()
  const theirs = readTheirs(refused)
  return (
    <>
      {theirs && (
        <>
          <p>
            <span className="quiet">
              {[words.theirs, theirs.by, theirs.at && dates.dateTime(theirs.at)].filter(Boolean).join(' · ')}
            </span>{' '}
            <b>
              <Value field={theirs.field} value={theirs.theirs} />
            </b>
          </p>
          <p>
            <span className="quiet">{words.yours}</span>{' '}
            <b>
              <Value field={theirs.field} value={guessed(command, theirs.field)} />
            </b>
          </p>
        </>
      )}
      <div className="row">
        <Button small onClick={() => void queue.discard(command.id)}>
          {words.keepTheirs}
        </Button>
        {theirs && (
          <Button small onClick={() => void queue.retry(command.id, theirs.version)}>
            {words.useMine}
          </Button>
        )}
      </div>
    </>
  )
}

/** Mine, as the screen showed it until the answer came. */
function guessed({ guess }: KeptCommand, field: GuardedField): unknown {
  const record = isRecord(guess) ? Object.values(guess).find(isRecord) : undefined
  return record?.[field]
}

/** A value as it travels: from the server's refusal, or from the device. */
function Value({ field, value }: { field: GuardedField; value: unknown }) {
  const words = useWords(clashWords)
  const statuses = useWords(statusWords)
  const dates = useDates()
  if (field === 'status') {
    const status = actionStatuses.find((known) => typeof value === 'string' && known === domainName(value))
    return status ? statuses[status] : null
  }
  if (field === 'owner') {
    const label = isRecord(value) && isRecord(value.label) ? value.label : null
    return label ? <Content text={{ en: textOf(label.en), cy: textOf(label.cy) }} /> : words.noOwner
  }
  if (!isRecord(value)) return words.noDate
  const label = textOf(value.label) ?? ''
  const day = dueDay({ label, earliest: textOf(value.earliest), latest: textOf(value.latest) })
  return day ? dates.shortDay(day) : <EnglishContent text={label} />
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
