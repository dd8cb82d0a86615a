import { useQuery } from '@apollo/client/react'
import { useDeferredValue, useId, useState } from 'react'
import { Content, EnglishContent } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Field } from '../../ui/field'
import { FindActionsDocument } from './actions.graphql.js'
import { passingWords } from './passing-words'

interface ActionChoiceProps {
  /** The action that cannot be chosen. */
  not: string
  value: string | null
  onChange: (id: string) => void
}

/** Finds another action by number or words, and chooses it. */
export function ActionChoice({ not, value, onChange }: ActionChoiceProps) {
  const words = useWords(passingWords)
  const name = useId()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { data, previousData } = useQuery(FindActionsDocument, { variables: { text }, skip: text === '' })
  const found = text ? ((data ?? previousData)?.actions.edges ?? []).filter(({ node }) => node.id !== not) : []
  return (
    <div className="stack-s">
      <Field
        type="search"
        label={words.replacement}
        hint={words.replacementHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="meta" role="status">
        {data && text ? words.found(found.length) : ''}
      </p>
      {found.map(({ node }) => (
        <label key={node.id} className="tick-line">
          <input type="radio" name={name} checked={value === node.id} onChange={() => onChange(node.id)} />
          <span>
            {node.number} · <EnglishContent text={node.title} />{' '}
            <span className="meta">
              <Content text={shortName(node.body.name)} />
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}
