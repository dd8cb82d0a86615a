import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { statusWords } from '../../platform/words/statuses'
import { Flag, Pill } from '../../ui/status'
import { Walk } from '../../ui/walk'
import { lifeWords } from './life-words'
import { passingWords } from './passing-words'
import { type ActionLife, walkOf } from './walk-steps'

/** The life of an action spelt out: a date under every step that somebody recorded. */
export function ActionWalk({ action }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  const names = useWords(statusWords)
  const dates = useDates()
  const passing = useWords(passingWords)
  const inWords = useContent()
  const { points, now } = walkOf(action)
  const status = domainName(action.status)
  const stopped = status === 'dropped' || status === 'superseded' || status === 'transferred'
  return (
    <>
      {stopped && (
        <p className="stopped">
          <Pill>{names[status]}</Pill> {action.reason && <span className="quiet">{action.reason}</span>}
        </p>
      )}
      {action.transfer && (
        <p className="stopped">
          <Flag tone="waiting" icon="clock">
            {passing.offeredTo(inWords(shortName(action.transfer.to.name)))}
          </Flag>{' '}
          <span className="quiet">{action.transfer.reason}</span>
        </p>
      )}
      {action.answerIsLate && (
        <p className="stopped">
          <Flag tone="attention" icon="clock">
            {passing.lateAnswer}
          </Flag>
        </p>
      )}
      <Walk
        label={words.stepsOf(action.number)}
        now={now}
        steps={points.map(({ step, when }) => ({
          key: step,
          name: names[step],
          note: (
            <>
              {when && <span className="walk-day">{dates.day(when)}</span>}
              {step === 'open' && action.acceptance?.waiting && words.ownerNotAccepted}
            </>
          ),
        }))}
      />
    </>
  )
}
