import { useId, useState } from 'react'
import { useContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { FieldFrame } from '../../ui/field'
import { LinkableDocument } from './dependencies.graphql'

interface FindActionProps {
  id: string
  label: string
  hint: string
  wrong: string | null
  onChoose: (id: string | null) => void
}

/** A field with the browser's own list of suggestions: type words or a number, choose an action. */
export function FindAction({ id, label, hint, wrong, onChoose }: FindActionProps) {
  const listId = useId()
  const content = useContent()
  const [typed, setTyped] = useState('')
  const { data } = useRecords(LinkableDocument, { text: typed.replace(/^(\d+) · .*/, '$1') })
  const options = (data?.actions.edges ?? []).map(({ node }) => ({
    id: node.id,
    value: `${node.number} · ${node.title}`,
    body: content(node.body.name),
  }))
  const change = (value: string) => {
    setTyped(value)
    onChoose(options.find((option) => option.value === value)?.id ?? null)
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            type="text"
            list={listId}
            autoComplete="off"
            value={typed}
            onChange={(event) => change(event.target.value)}
          />
          <datalist id={listId}>
            {options.map((option) => (
              <option key={option.id} value={option.value} label={option.body} />
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  )
}
