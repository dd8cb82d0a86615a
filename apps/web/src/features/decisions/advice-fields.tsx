import { ContentOption } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Select } from '../../ui/field'
import { decisionWords } from './decision-words'
import { DecidingBodiesDocument } from './decisions.graphql'

interface AdviceFieldsProps {
  /** null: a decision; empty: advice whose office is still to be chosen. */
  recipientBodyId: string | null
  wrong: string | null
  onChange: (recipientBodyId: string | null) => void
}

/** A decision, or advice: then the minister's office it goes to, which is asked for a reply. */
export function AdviceFields({ recipientBodyId, wrong, onChange }: AdviceFieldsProps) {
  const said = useWords(decisionWords)
  const { data } = useRecords(DecidingBodiesDocument)
  const offices = data?.bodies.filter(({ kind }) => kind === 'MINISTERIAL_OFFICE') ?? []
  return (
    <>
      <Select
        label={said.kind}
        value={recipientBodyId === null ? 'decision' : 'advice'}
        onChange={({ target }) => onChange(target.value === 'advice' ? '' : null)}
      >
        <option value="decision">{said.kinds.decision}</option>
        <option value="advice">{said.kinds.advice}</option>
      </Select>
      {recipientBodyId !== null && (
        <Select
          id="advice-recipient"
          label={said.recipient}
          wrong={wrong}
          value={recipientBodyId}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="" />
          {offices.map(({ id, name }) => (
            <ContentOption key={id} value={id} text={name} />
          ))}
        </Select>
      )}
    </>
  )
}
