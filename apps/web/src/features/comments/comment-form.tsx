import { type ReactNode, useState } from 'react'
import { domainName } from '../../platform/enums'
import { useOwnerOptions } from '../../platform/owner-options'
import type { Refused } from '../../platform/refused'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { MentionBox } from './mention-box'
import { type Mentionable, toTokens } from './mention-text'
import { commentWords } from './words'

interface CommentFormProps {
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
export function CommentForm({ label, send, first, command, onSend, children }: CommentFormProps) {
  const words = useWords(commentWords)
  const refusal = useRefusalWords()
  const people = useMentionable()
  const [text, setText] = useState(first?.text ?? '')
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

/** Offices that somebody holds now: people here speak to offices. */
function useMentionable(): Mentionable[] {
  return useOwnerOptions().flatMap(({ name, input: { bodyId, office } }) =>
    office ? [{ name, owner: { kind: 'office', bodyId, office: domainName(office) } as const }] : [],
  )
}
