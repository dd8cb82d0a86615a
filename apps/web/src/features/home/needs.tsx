import type { ReactNode } from 'react'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { ExampleMark } from '../../ui/example-mark'
import { Icon, type IconName } from '../../ui/icon'
import type { Tone } from '../../ui/status'
import type { Need } from './needs-of'
import { homeWords } from './words'

/** Everything that waits for this person; the first has the one filled button. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  const words = useWords(homeWords)
  if (needs.length === 0) return <p className="quiet need-none">{words.needNothing}</p>
  return (
    <ul className="sheet needs">
      {needs.map((need, index) => (
        <li key={`${need.kind} ${need.id}`}>
          <NeedLine need={need} first={index === 0} />
        </li>
      ))}
    </ul>
  )
}

const marks: Record<Need['kind'], { icon: IconName; tone: Tone }> = {
  'legacy-item': { icon: 'handover', tone: 'waiting' },
  commitment: { icon: 'handover', tone: 'waiting' },
  action: { icon: 'person', tone: 'waiting' },
  'more-actions': { icon: 'person', tone: 'waiting' },
  minutes: { icon: 'paper', tone: 'moving' },
  'no-owner': { icon: 'unset', tone: 'open' },
}

function NeedLine({ need, first }: { need: Need; first: boolean }) {
  const said = useSaid(need)
  const { icon, tone } = marks[need.kind]
  return (
    <>
      <span className={`s-${tone} ico`}>
        <Icon name={icon} size={20} />
      </span>
      <div>
        <h2>{said.title}</h2>
        {said.what && <p>{said.what}</p>}
        {said.note && <p className="meta">{said.note}</p>}
      </div>
      <LinkButton href={need.href} weight={first ? 'go' : 'plain'}>
        {said.act}
      </LinkButton>
    </>
  )
}

function useSaid(need: Need): { title: string; what: ReactNode; note: string; act: string } {
  const words = useWords(homeWords)
  const { day } = useDates()
  switch (need.kind) {
    case 'legacy-item':
      return { title: words.askedItem(need.number), ...proposed() }
    case 'commitment':
      return { title: words.askedCommitment(need.number), ...proposed() }
    case 'action':
      return {
        title: words.actionAsks[need.asks](need.number),
        what: <Content text={need.title} />,
        note: need.asks === 'answer' && need.at ? words.assignedBy(need.by, day(need.at)) : '',
        act: need.asks === 'answer' ? words.readAndAnswer : words.openAction,
      }
    case 'more-actions':
      return { title: words.moreActions(need.count), what: '', note: '', act: words.showAll }
    case 'minutes':
      return {
        title: words.minutes,
        what: (
          <>
            <Content text={need.body} />, {day(need.day)} {need.example && <ExampleMark />}
          </>
        ),
        note: need.by && need.at ? words.circulatedBy(need.by, day(need.at)) : '',
        act: words.readAndAgree,
      }
    case 'no-owner':
      return {
        title: words.noOwner(need.count),
        what: <Content text={need.body} />,
        note: words.onlyChairs,
        act: words.giveOwners,
      }
  }

  function proposed() {
    const { title, by, at } = need as Extract<Need, { kind: 'legacy-item' | 'commitment' }>
    return { what: <Content text={title} />, note: words.proposedBy(by, day(at)), act: words.readAndAnswer }
  }
}
