import { meetingSteps, type PlainStep, whyNotStep } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { heldMeeting } from './held-meeting'
import {
  AgreeMinutesDocument,
  CirculateMinutesDocument,
  EndMeetingDocument,
  type MeetingRecordFragment,
  PublishMinutesDocument,
  StartMeetingDocument,
} from './meetings.graphql'
import { words } from './words'

const documents = {
  start: StartMeetingDocument,
  end: EndMeetingDocument,
  circulate: CirculateMinutesDocument,
  agree: AgreeMinutesDocument,
  publish: PublishMinutesDocument,
}
const steps: readonly PlainStep[] = ['start', 'end', 'circulate', 'agree', 'publish']

/** The next step of a meeting, for those who may take it. */
export function StepButtons({ meeting }: { meeting: MeetingRecordFragment }) {
  const said = useWords(words)
  const viewer = useViewer()
  const held = heldMeeting(meeting)
  const step = steps.find((one) => (meetingSteps[one].from as readonly string[]).includes(held.record.status))
  if (!step) return null
  const refusal = whyNotStep(viewer, held, step)
  if (refusal === 'circulated-it-yourself') return <p className="meta">{said.circulatedByYou}</p>
  return refusal ? null : <StepButton key={step} step={step} meetingId={meeting.id} />
}

/** Agreeing and publishing cannot be taken back, so they ask first; nothing else does. */
function StepButton({ step, meetingId }: { step: PlainStep; meetingId: string }) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const [asking, setAsking] = useState(false)
  const what = { en: words.en.steps[step], cy: words.cy.steps[step] }
  const command = useCommand<unknown, { input: { mutationId: string; id: string } }>(documents[step], { what })
  const question = step === 'agree' || step === 'publish' ? said.confirm[step] : null
  const take = async () => {
    const result = await command.run({ id: meetingId })
    if (result.state === 'done') announce(said.stepDone[step])
    if (result.state !== 'refused') setAsking(false)
  }
  const no = command.refused && <p className="s-late flag">{refusal(command.refused.code)}</p>
  return (
    <>
      {!asking && no}
      <Button
        weight="go"
        busy={!asking && command.busy}
        aria-haspopup={question ? 'dialog' : undefined}
        onClick={question ? () => setAsking(true) : take}
      >
        {said.steps[step]}
      </Button>
      {asking && (
        <Dialog title={said.steps[step]} onClose={() => setAsking(false)}>
          <p>{question}</p>
          {no}
          <div className="row">
            <Button weight="go" busy={command.busy} onClick={take}>
              {said.steps[step]}
            </Button>
            <Button onClick={() => setAsking(false)}>{said.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
