import { type Act, may, meetingKinds, type Place } from '@camau/domain'
import type { ReactNode } from 'react'
import { byRank } from '../../platform/body-order'
import { Content } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { WelcomeQuery } from './welcome.graphql'
import { welcomeWords } from './words'

/** What one's offices allow, place by place: asked of the same rules that the server asks. */
export function RightsTable({ bodies }: { bodies: WelcomeQuery['bodies'] }) {
  const words = useWords(welcomeWords)
  const meeting = bodies
    .filter(({ kind, status }) => status === 'ACTIVE' && meetingKinds.includes(domainName(kind)))
    .sort(byRank)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on narrow screens it scrolls sideways, and must do so by keyboard too.
    <section className="may-frame" aria-label={words.can} tabIndex={0}>
      <table className="log may">
        <thead>
          <tr>
            {[words.where, words.read, words.write, words.rule, words.agree].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meeting.map(({ id, kind, name, parent }) => (
            <RightsRow
              key={id}
              name={<Content text={shortName(name)} />}
              place={{ space: 'body', body: { id, kind: domainName(kind), parentId: parent?.id ?? null } }}
            />
          ))}
          <RightsRow name={words.legacy} place={{ space: 'legacy', workstreamBodyId: null }} />
        </tbody>
      </table>
    </section>
  )
}

function RightsRow({ name, place }: { name: ReactNode; place: Place }) {
  const words = useWords(welcomeWords)
  const me = useViewer()
  const holdsMinutes = place.space === 'body'
  const can = (act: Act) => may(me, act, place)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-head={words.read}>
        <YesNo yes={can('read')} />
      </td>
      <td data-head={words.write}>
        <YesNo yes={can('write')} />
      </td>
      <td data-head={words.rule}>
        <YesNo yes={can('rule')} />
      </td>
      <td data-head={words.agree}>
        {holdsMinutes ? <YesNo yes={can('rule')} /> : '–'}
        {holdsMinutes && can('rule') && <p className="meta">{words.unless}</p>}
      </td>
    </tr>
  )
}

function YesNo({ yes }: { yes: boolean }) {
  const words = useWords(welcomeWords)
  if (!yes) return <span className="faint">{words.no}</span>
  return (
    <Flag tone="done" icon="tick">
      {words.yes}
    </Flag>
  )
}
