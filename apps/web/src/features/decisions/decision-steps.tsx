import { type DecisionStep, whyNotDecisionStep } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { CorrectDecisionDialog } from './correct-decision-dialog'
import { decisionWords } from './decision-words'
import type { DecisionLineFragment } from './decisions.graphql'
import { heldDecision } from './held-decision'
import { ReplaceDecisionDialog } from './replace-decision-dialog'
import { ReplyToAdviceDialog } from './reply-to-advice-dialog'

/** What the viewer may do with a decision: correct it while it is open, replace it once it is settled, reply to advice. */
export function DecisionSteps({ decision }: { decision: DecisionLineFragment }) {
  const said = useWords(decisionWords)
  const viewer = useViewer()
  const [asking, setAsking] = useState<DecisionStep | null>(null)
  const held = heldDecision(decision)
  const may = (step: DecisionStep) => whyNotDecisionStep(viewer, held, step) === null
  const close = () => setAsking(null)
  const button = (step: DecisionStep, name: string) =>
    may(step) && (
      <Button weight={step === 'reply' ? 'go' : 'plain'} aria-haspopup="dialog" onClick={() => setAsking(step)}>
        {name}
      </Button>
    )
  return (
    <>
      {button('reply', said.replyAct)}
      {button('correct', said.correct)}
      {button('replace', said.replace)}
      {asking === 'reply' && <ReplyToAdviceDialog decision={decision} onClose={close} />}
      {asking === 'correct' && <CorrectDecisionDialog decision={decision} onClose={close} />}
      {asking === 'replace' && <ReplaceDecisionDialog decision={decision} onClose={close} />}
    </>
  )
}
