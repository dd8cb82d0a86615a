import { useRefusalWords } from '../../platform/refused'
import { useOffline } from '../../platform/use-offline'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Flag } from '../../ui/status'
import { type RaisedHere, useForgetRaised, useRaiseAction } from './raised-here'
import { useSurroundings } from './slot'
import { words } from './words'

interface RaisedActionProps {
  id: string
  raised: RaisedHere
  editable: boolean
  onPutBack: (text: string) => void
}

/** An action on its way into the log, or one the log would not take; its words stay in either case. */
export function RaisedAction({ id, raised, editable, onPutBack }: RaisedActionProps) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const { meetingId, body } = useSurroundings()
  const raise = useRaiseAction({ meetingId, bodyId: body.id })
  const forget = useForgetRaised()
  const offline = useOffline()
  const refused = raised.state === 'refused'
  return (
    <section className={refused ? 'node s-late' : 'node s-proposed'} aria-label={said.anAction}>
      <p className="what">
        <span>
          <b>{said.anAction}</b> · {refused ? said.refusedAction : offline ? said.pendingOffline : said.pending}
        </span>
      </p>
      <p className="body">{raised.title}</p>
      {refused && (
        <div className="of">
          <Flag tone="late" icon="attention">
            {refusal(raised.code)}
          </Flag>
          <Button
            small
            onClick={() => {
              forget(id)
              raise(raised.title, id)
            }}
          >
            {said.again}
          </Button>
          {editable && (
            <Button
              small
              weight="bare"
              onClick={() => {
                forget(id)
                onPutBack(raised.title)
              }}
            >
              {said.backToText}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
