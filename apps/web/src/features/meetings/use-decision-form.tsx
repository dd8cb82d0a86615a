import { type ComponentType, type ReactNode, useCallback, useState } from 'react'
import type { MeetingOnPage } from './meeting-on-page'
import type { DecisionSlot } from './slots'

interface Asked {
  text: string
  answer: (decisionId: string | null) => void
}

/** The form for a decision, asked for from the minutes and shown by the page; the answer goes back into the minutes. */
export function useDecisionForm(
  meeting: MeetingOnPage,
  Form: ComponentType<DecisionSlot>,
): { ask: (text: string) => Promise<string | null>; form: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useCallback((text: string) => new Promise<string | null>((answer) => setAsked({ text, answer })), [])
  const form = asked && (
    <Form
      meetingId={meeting.id}
      text={asked.text}
      people={meeting.expected}
      actions={meeting.actions}
      onDone={(decisionId) => {
        setAsked(null)
        asked.answer(decisionId)
      }}
    />
  )
  return { ask, form }
}
