import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { clashWords } from '../../platform/words/clash'
import { Button } from '../../ui/button'
import type { LogRow } from './action-status'
import { type Clash, clashes, endClash } from './clashes'
import { useDueText } from './due-text'
import { OwnerText } from './owner-text'
import { StatusMark } from './status-mark'
import { stepWords } from './step-words'

/** Theirs and mine, both kept: one press decides, and the other stays in the history. */
export function ClashPanel({ row }: { row: LogRow }) {
  const words = useWords(stepWords)
  const choose = useWords(clashWords)
  const dates = useDates()
  const clash = useSignal(clashes).get(row.id)
  if (!clash) return null
  const when = clash.at ? dates.time(clash.at) : ''
  return (
    <fieldset className="clash">
      <legend className="hidden">{words.clashLabel(row.number)}</legend>
      <p>
        <b>{words.clash[clash.field]}</b> {words.clashRest}
      </p>
      <span className="who quiet">{[choose.theirs, clash.by, when].filter(Boolean).join(' · ')}</span>
      <b className="num">
        <Theirs row={row} field={clash.field} />
      </b>
      <Button small onClick={() => endClash(row.id)}>
        {choose.keepTheirs}
      </Button>
      <span className="who quiet">{choose.yours}</span>
      <b className="num">{clash.mine}</b>
      <Button
        small
        onClick={() => {
          endClash(row.id)
          void clash.again()
        }}
      >
        {choose.useMine}
      </Button>
    </fieldset>
  )
}

function Theirs({ row, field }: { row: LogRow; field: Clash['field'] }) {
  const read = useDueText()
  if (field === 'due') return read(row.due).text
  return field === 'owner' ? <OwnerText owner={row.owner} /> : <StatusMark status={domainName(row.status)} />
}
