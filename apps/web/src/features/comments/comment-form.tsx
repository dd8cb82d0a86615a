import { useQuery } from '@apollo/client/react'
import type { CommentedType } from '@camau/domain'
import { type ReactNode, useState } from 'react'
import { domainName } from '../../platform/enums'
import { useOwnerOptions } from '../../platform/owner-options'
import type { Refused } from '../../platform/refused'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { MentionableDocument } from './comments.graphql'
import { MentionBox } from './mention-box'
import { type Mentionable, toTokens } from './mention-text'
import { commentWords } from './words'

/** The record that is talked about. */
export interface CommentAbout {
  type: CommentedType
  id: string
}

interface CommentFormProps {
  about: CommentAbout
  label: string
  send: string
  /** As people read it, with those mentioned in it. */
  first?: { text: string; mentions: readonly Mentionable[] }
  command: { busy: boolean; refused: Refused | null }
  /** True where it was taken: what was written then gives way. */
  onSend: (text: string) => Promise<boolean>
  children?: ReactNode
}

/** Where a comment is written or changed. What was written stays until it is taken. */
export function CommentForm({ about, label, send, first, command, onSend, children }: CommentFormProps) {
  const words = useWords(commentWords)
  const refusal = useRefusalWords()
  const [text, setText] = useState(first?.text ?? '')
  const people = useMentionable(about, text.includes('@'))
  const [picked, setPicked] = useState<readonly Mentionable[]>(first?.mentions ?? [])
  const { refused } = command
  const blind = Array.isArray(refused?.details.names) ? refused.details.names.join(', ') : null
  const wrong = refused && (refused.code === 'cannot-see-it' && blind ? words.cannotSee(blind) : refusal(refused.code))

  const submit = async () => {
    if (!text.trim()) return
    if (await onSend(toTokens(text.trim(), picked))) setText('')
  }
  return (
    <form
      className="stack-s no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <MentionBox
        label={label}
        value={text}
        wrong={wrong}
        people={people}
        onChange={setText}
        onPick={(one) => setPicked([...picked, one])}
        onSend={() => void submit()}
      />
      <div className="row">
        <Button type="submit" busy={command.busy}>
          {send}
        </Button>
        {children}
      </div>
    </form>
  )
}

/** Offices that somebody holds now, for people here speak to offices; then persons who may see the record, asked for at the first @. */
function useMentionable(about: CommentAbout, begun: boolean): Mentionable[] {
  const { data } = useQuery(MentionableDocument, { variables: { about }, skip: !begun })
  const offices = useOwnerOptions().flatMap(({ name, input: { bodyId, office } }) =>
    office ? [{ name, owner: { kind: 'office', bodyId, office: domainName(office) } as const }] : [],
  )
  const persons = (data?.mentionable ?? [])
    .filter(({ name }) => !offices.some((office) => office.name === name))
    .map(({ id, name }) => ({ name, owner: { kind: 'person', personId: id } as const }))
  return [...offices, ...persons]
}
