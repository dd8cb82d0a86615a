import { sectors, whyNotAppoint, whyNotStateSector } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../platform/commands'
import { Content } from '../../platform/content'
import { graphqlName } from '../../platform/enums'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { FormDialog } from '../../ui/form-dialog'
import { Flag, Unset } from '../../ui/status'
import type { BodyInLife } from './body-in-life'
import { StateSectorDocument } from './body-life.graphql'
import { heldBody } from './held-body'
import { lifeWords } from './life-words'

const AppointDialog = lazy(async () => ({ default: (await import('./appoint-dialog')).AppointDialog }))
const EndOfficeDialog = lazy(async () => ({ default: (await import('./appoint-dialog')).EndOfficeDialog }))

type Holder = BodyInLife['appointments'][number]

/** Where chair, vice-chair and members come from; a sector nobody comes from is shown as a gap (requirements, rows 3 and 9). */
export function BodySectors({ body }: { body: BodyInLife }) {
  const words = useWords(lifeWords)
  const [only, setOnly] = useState('')
  const [stating, setStating] = useState<Holder | null>(null)
  const [ending, setEnding] = useState<Holder | null>(null)
  const [appointing, setAppointing] = useState(false)
  const mayAppoint = whyNotAppoint(useViewer(), heldBody(body)) === null
  const holders = body.appointments.filter(({ inForce }) => inForce)
  if (holders.length === 0 && !mayAppoint) return null
  const shown = holders.filter(({ sector }) => !only || sector === only)
  const { oneSector, reason } = body.sectorBalance
  return (
    <details className="body-about">
      <summary>{words.sectors}</summary>
      {oneSector && (
        <p>
          <Flag tone="attention" icon="attention">
            {words.oneSector}
          </Flag>{' '}
          {reason && <span className="meta">{words.oneSectorReason(reason)}</span>}
        </p>
      )}
      <dl className="facts">
        {body.coverage
          .filter(({ people, gap }) => gap || people > 0)
          .map(({ sector, people, gap }) => (
            <div key={sector}>
              <dt>{words.names[sector]}</dt>
              <dd className="num">{gap ? <Unset>{words.gap}</Unset> : words.people(people)}</dd>
            </div>
          ))}
      </dl>
      <Select label={words.onlyFrom} value={only} onChange={({ target }) => setOnly(target.value)}>
        <option value="">{words.everybody}</option>
        {body.coverage.map(({ sector }) => (
          <option key={sector} value={sector}>
            {words.names[sector]}
          </option>
        ))}
      </Select>
      <ul className="list">
        {shown.map((holder) => (
          <HolderSector
            key={holder.id}
            holder={holder}
            onState={() => setStating(holder)}
            onEnd={mayAppoint ? () => setEnding(holder) : null}
          />
        ))}
      </ul>
      {mayAppoint && (
        <p className="no-print">
          <Button small aria-haspopup="dialog" onClick={() => setAppointing(true)}>
            {words.appoint}
          </Button>
        </p>
      )}
      <Suspense fallback={null}>
        {appointing && <AppointDialog body={body} onClose={() => setAppointing(false)} />}
        {ending && <EndOfficeDialog holder={ending} onClose={() => setEnding(null)} />}
      </Suspense>
      {stating && <SectorDialog holder={stating} onClose={() => setStating(null)} />}
    </details>
  )
}

interface HolderSectorProps {
  holder: Holder
  onState: () => void
  onEnd: (() => void) | null
}

function HolderSector({ holder, onState, onEnd }: HolderSectorProps) {
  const words = useWords(lifeWords)
  const viewer = useViewer()
  const { title, sector, organisation } = holder
  return (
    <li className="row spread">
      <span>
        <Content text={title} />
        <span className="meta">
          {' · '}
          {sector ? words.names[sector] : <Unset>{words.notStated}</Unset>}
          {organisation && (
            <>
              {', '}
              <Content text={organisation.name} />
            </>
          )}
        </span>
      </span>
      {whyNotStateSector(viewer) === null && (
        <Button weight="bare" small aria-haspopup="dialog" onClick={onState}>
          {words.stateSector}
          <span className="hidden">
            : <Content text={title} />
          </span>
        </Button>
      )}
      {onEnd && (
        <Button weight="bare" small aria-haspopup="dialog" onClick={onEnd}>
          {words.endOffice}
          <span className="hidden">
            : <Content text={title} />
          </span>
        </Button>
      )}
    </li>
  )
}

function SectorDialog({ holder, onClose }: { holder: Holder; onClose: () => void }) {
  const words = useWords(lifeWords)
  const what = { en: lifeWords.en.stateSector, cy: lifeWords.cy.stateSector }
  const command = useCommand(StateSectorDocument, { what })
  return (
    <FormDialog
      title={words.stateSector}
      save={words.save}
      done={words.done.sector}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'sector',
          label: words.sector,
          kind: 'choice',
          optional: true,
          first: holder.sector ?? '',
          options: [{ value: '', name: words.notStated }, ...all.map((value) => ({ value, name: words.names[value] }))],
        },
        {
          name: 'reason',
          label: words.reason,
          hint: words.sectorReasonHint,
          kind: 'text',
          most: 'reason',
          optional: true,
          first: holder.sectorReason ?? '',
        },
      ]}
      send={({ sector, reason }) => {
        const chosen = all.find((one) => one === sector)
        return command.run({
          id: holder.id,
          sector: chosen ?? null,
          organisationId: holder.organisation?.id ?? null,
          reason: reason || null,
        })
      }}
    />
  )
}

const all = sectors.map((sector) => graphqlName(sector))
