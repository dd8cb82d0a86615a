import { Link } from 'wouter'
import { useDates } from '../../platform/dates'
import { useOffline } from '../../platform/use-offline'
import { useUnpressed } from '../../platform/use-unpressed'
import { useWords } from '../../platform/words'
import { deviceWords } from './device-words'

/** One calm line: that there is no line, what can be done meanwhile, and where what waits is listed. */
export function OfflineLine({ readAt }: { readAt: number | null }) {
  const words = useWords(deviceWords)
  const dates = useDates()
  const offline = useUnpressed(useOffline())
  if (!offline) return null
  return (
    <div className="notice no-print">
      <p>
        {words.offline} {readAt !== null && words.asOf(dates.dateTime(new Date(readAt)))}{' '}
        <Link href="/waiting">{words.whatWaits}</Link>
      </p>
    </div>
  )
}
