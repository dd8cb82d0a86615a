import { type Named, useNamed } from './named-content'
import { OwnerOptionsDocument, type OwnerOptionsQuery } from './owner-options.graphql'
import { useRecords } from './records'

type Office = OwnerOptionsQuery['bodies'][number]['appointments'][number]['office']

export interface OwnerOption {
  value: string
  name: string
  lang: Named['lang']
  input: { bodyId: string; office?: Office }
}

const handed: readonly Office[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']

/** Offices held now, then bodies at work: who may be asked to answer for a record. */
export function useOwnerOptions(): readonly OwnerOption[] {
  const named = useNamed()
  const { data } = useRecords(OwnerOptionsDocument)
  const active = (data?.bodies ?? []).filter(({ status }) => status === 'ACTIVE')
  const offices = active.flatMap(({ id, appointments }) =>
    appointments
      .filter(({ inForce, office }) => inForce && handed.includes(office))
      .map(({ office, title }) => ({ value: `${id}/${office}`, ...named(title), input: { bodyId: id, office } })),
  )
  const bodies = active.map(({ id, name }) => ({ value: id, ...named(name), input: { bodyId: id } }))
  return [...new Map([...offices, ...bodies].map((option) => [option.value, option])).values()]
}
