import { useState } from 'react'
import { announce } from '../../platform/announce'
import { askWhoIsHere } from '../../platform/boot'
import { demoPeople, sessionEnded, signInAs } from '../../platform/session'
import { useSignal } from '../../platform/signal'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useStanding } from './use-standing'
import { connectionWords } from './words'

/** The session is over, the work is not: signing in happens here, and the page stays as it is. */
export function SessionEnded({ onBack }: { onBack: () => void }) {
  const ended = useSignal(sessionEnded)
  const [reading, setReading] = useState(false)
  if (!ended) return null
  if (reading) return <StillReading onSignIn={() => setReading(false)} />
  return <SignInAgain onBack={onBack} onRead={() => setReading(true)} />
}

function StillReading({ onSignIn }: { onSignIn: () => void }) {
  const words = useWords(connectionWords)
  return (
    <div className="notice">
      <p>{words.sessionTitle}</p>
      <Button small weight="go" onClick={onSignIn}>
        {words.signInHere}
      </Button>
    </div>
  )
}

function SignInAgain({ onBack, onRead }: { onBack: () => void; onRead: () => void }) {
  const words = useWords(connectionWords)
  const me = useViewer()
  const { kept } = useStanding()
  const [state, setState] = useState<'asking' | 'busy' | 'failed' | 'someone-else'>('asking')

  async function signIn() {
    setState('busy')
    const problem = await signInAgain(me.personId, me.name).catch(() => 'failed' as const)
    if (problem) {
      setState(problem)
      return announce(problem === 'failed' ? words.signInFailed : words.someoneElse, 'assertive')
    }
    sessionEnded.set(false)
    onBack()
  }

  return (
    <Dialog title={words.sessionTitle} onClose={onRead}>
      <p>{kept > 0 ? words.sessionKept(kept) : words.sessionText}</p>
      {state === 'failed' && <p className="note t-late">{words.signInFailed}</p>}
      {state === 'someone-else' && <p className="note t-late">{words.someoneElse}</p>}
      <div className="row">
        <Button weight="go" busy={state === 'busy'} onClick={signIn}>
          {words.signInHere}
        </Button>
        <Button onClick={onRead}>{words.readForNow}</Button>
      </div>
    </Dialog>
  )
}

/** In the demonstration the same office is taken up again; whoever has signed in in another window is found here. */
async function signInAgain(personId: string, name: string): Promise<'failed' | 'someone-else' | null> {
  const people = await demoPeople()
  const same = people?.find((person) => person.name === name)
  if (same) await signInAs(same.key)
  const boot = await askWhoIsHere()
  if (boot.state !== 'signed-in') return 'failed'
  return boot.answer.viewer?.person.id === personId ? null : 'someone-else'
}
