import { sectors } from '@camau/domain'
import { newId, useCommand } from '../../platform/commands'
import { Content } from '../../platform/content'
import { graphqlName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import type { BodyInLife } from './body-in-life'
import { AppointChoicesDocument, AppointPersonDocument, EndAppointmentDocument } from './body-life.graphql'
import { lifeWords } from './life-words'

const offices = ['MEMBER', 'CHAIR', 'VICE_CHAIR', 'SECRETARIAT', 'OBSERVER', 'GUEST'] as const
const all = sectors.map((sector) => graphqlName(sector))

/** Gives somebody an office. Chair and vice-chair of one sector are warned of, and saved with a reason (requirements, row 3). */
export function AppointDialog({ body, onClose }: { body: BodyInLife; onClose: () => void }) {
  const words = useWords(lifeWords)
  const { data } = useRecords(AppointChoicesDocument)
  const command = useCommand(AppointPersonDocument, { what: { en: lifeWords.en.appoint, cy: lifeWords.cy.appoint } })
  return (
    <FormDialog
      title={words.appoint}
      save={words.save}
      done={words.done.appointed}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'personId',
          label: words.person,
          kind: 'choice',
          options: [
            { value: '', name: words.pick },
            ...(data?.people ?? []).map(({ id, name }) => ({ value: id, name })),
          ],
        },
        {
          name: 'office',
          label: words.office,
          kind: 'choice',
          first: 'MEMBER',
          options: offices.map((value) => ({ value, name: words.offices[value] })),
        },
        {
          name: 'sector',
          label: words.sector,
          kind: 'choice',
          optional: true,
          options: [{ value: '', name: words.notStated }, ...all.map((value) => ({ value, name: words.names[value] }))],
        },
        {
          name: 'reason',
          label: words.reason,
          hint: words.sectorReasonHint,
          kind: 'text',
          most: 'reason',
          optional: true,
        },
      ]}
      send={({ personId = '', office, sector, reason }) =>
        command.run({
          id: newId(),
          bodyId: body.id,
          personId,
          office: offices.find((one) => one === office) ?? 'MEMBER',
          sector: all.find((one) => one === sector) ?? null,
          reason: reason || null,
        })
      }
    />
  )
}

interface EndOfficeDialogProps {
  holder: BodyInLife['appointments'][number]
  onClose: () => void
}

/** Ends an office now; the rights it gave end with it. */
export function EndOfficeDialog({ holder, onClose }: EndOfficeDialogProps) {
  const words = useWords(lifeWords)
  const what = { en: lifeWords.en.endOffice, cy: lifeWords.cy.endOffice }
  const command = useCommand(EndAppointmentDocument, { what })
  return (
    <FormDialog
      title={words.endOffice}
      save={words.endOffice}
      done={words.done.ended}
      command={command}
      onClose={onClose}
      asked={[]}
      send={() => command.run({ id: holder.id })}
    >
      <p>
        <Content text={holder.title} />
        {holder.person && holder.person.name !== holder.title.en && ` · ${holder.person.name}`}
      </p>
      <p>{words.endHint}</p>
    </FormDialog>
  )
}
