import { whyNotAmendmentStep } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { AgreeAmendmentDialog } from './agree-amendment-dialog'
import type { AgreedMeeting } from './agreed-minutes'
import { amendmentWords } from './amendment-words'
import { DeclineAmendmentDialog } from './decline-amendment-dialog'
import { heldAmendment } from './held-amendment'
import { type AmendmentFragment, WithdrawAmendmentDocument } from './minutes.graphql'

interface AmendmentStepsProps {
  amendment: AmendmentFragment
  meeting: AgreedMeeting
}

/** What the viewer may do with a proposed amendment. */
export function AmendmentSteps({ amendment, meeting }: AmendmentStepsProps) {
  const said = useWords(amendmentWords)
  const viewer = useViewer()
  const [asking, setAsking] = useState<'agree' | 'decline' | null>(null)
  if (amendment.status !== 'PROPOSED') return null
  const held = heldAmendment(amendment, meeting.body)
  const may = (step: 'agree' | 'decline' | 'withdraw') => whyNotAmendmentStep(viewer, held, step) === null
  const isOwn = whyNotAmendmentStep(viewer, held, 'agree') === 'proposed-it-yourself'
  return (
    <div className="row no-print">
      {may('agree') && (
        <Button small weight="go" aria-haspopup="dialog" onClick={() => setAsking('agree')}>
          {said.agree}
        </Button>
      )}
      {may('decline') && (
        <Button small aria-haspopup="dialog" onClick={() => setAsking('decline')}>
          {said.decline}
        </Button>
      )}
      {may('withdraw') && <WithdrawButton amendment={amendment} />}
      {isOwn && <span className="meta">{said.own}</span>}
      {asking === 'agree' && (
        <AgreeAmendmentDialog amendment={amendment} meeting={meeting} onClose={() => setAsking(null)} />
      )}
      {asking === 'decline' && <DeclineAmendmentDialog amendment={amendment} onClose={() => setAsking(null)} />}
    </div>
  )
}

function WithdrawButton({ amendment: { id, number } }: { amendment: AmendmentFragment }) {
  const said = useWords(amendmentWords)
  const refusal = useRefusalWords()
  const what = { en: amendmentWords.en.withdraw, cy: amendmentWords.cy.withdraw }
  const command = useCommand(WithdrawAmendmentDocument, { what })
  const withdraw = async () => {
    const { state } = await command.run({ id })
    if (state === 'done') announce(said.answered(number))
  }
  return (
    <>
      <Button small busy={command.busy} onClick={withdraw}>
        {said.withdraw}
      </Button>
      {command.refused && <span className="s-late flag">{refusal(command.refused.code)}</span>}
    </>
  )
}
