import type { OwnerChoicesQuery } from './legacy.graphql'

/** What `OwnerInput` takes. */
export interface OwnerChoice {
  key: string
  input: { bodyId?: string; office?: Office; personId?: string }
  label: { en: string | null; cy: string | null }
}
type Body = OwnerChoicesQuery['bodies'][number]
type Office = Body['appointments'][number]['office']

const handed: readonly Office[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']

/** Who may be proposed, in the order in which a chair would think of them: offices, people, bodies. */
export function ownerChoices(bodies: readonly Body[]) {
  const current = bodies.flatMap((body) =>
    body.appointments.filter(({ inForce }) => inForce).map((appointment) => ({ body, appointment })),
  )
  return {
    offices: unique(
      current
        .filter(({ appointment }) => handed.includes(appointment.office))
        .map(({ body, appointment }) => ({
          key: `${body.id}/${appointment.office}`,
          input: { bodyId: body.id, office: appointment.office },
          label: appointment.title,
        })),
    ),
    people: unique(
      current.flatMap(({ appointment: { person } }) =>
        person ? [{ key: person.id, input: { personId: person.id }, label: { en: person.name, cy: null } }] : [],
      ),
    ),
    bodies: bodies
      .filter(({ status }) => status === 'ACTIVE')
      .map(({ id, name }) => ({ key: id, input: { bodyId: id }, label: name })),
  } satisfies Record<string, OwnerChoice[]>
}

function unique(choices: OwnerChoice[]): OwnerChoice[] {
  return [...new Map(choices.map((choice) => [choice.key, choice])).values()]
}
