import type { LocalText } from '@camau/domain'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../platform/announce'
import { useContent } from '../../platform/content'
import { useUnpressed } from '../../platform/use-unpressed'
import { type Me, useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { connectionWords } from './words'

/** Which offices came and went between two looks. */
export function officesBetween(before: Me['offices'], now: Me['offices']): { ended: LocalText[]; gained: LocalText[] } {
  const missingFrom = (list: Me['offices']) => (office: Me['offices'][number]) =>
    !list.some(({ appointmentId }) => appointmentId === office.appointmentId)
  return {
    ended: before.filter(missingFrom(now)).map(({ title }) => title),
    gained: now.filter(missingFrom(before)).map(({ title }) => title),
  }
}

/** Rights follow the person within a second, and the person is told. */
export function RightsChanged() {
  const { offices } = useViewer()
  const words = useWords(connectionWords)
  const content = useContent()
  const before = useRef(offices)
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    const { ended, gained } = officesBetween(before.current, offices)
    before.current = offices
    if (ended.length + gained.length === 0) return
    const names = (titles: LocalText[]) => titles.map(content).join('; ')
    const sentence = [
      ended.length > 0 ? words.rightsEnded(names(ended)) : '',
      gained.length > 0 ? words.rightsGained(names(gained)) : '',
    ]
      .filter(Boolean)
      .join(' ')
    setSaid(sentence)
    announce(sentence, 'assertive')
  }, [offices, words, content])
  const shown = useUnpressed(said)
  if (!shown) return null
  return (
    <div className="notice">
      <p>{shown}</p>
      <Button small weight="bare" onClick={() => setSaid(null)}>
        {words.gotIt}
      </Button>
    </div>
  )
}
