import { type BodyKind, type HeldOffice, type OfficeKind, type Viewer } from '@camau/domain'
import { Field, ID, ObjectType } from 'type-graphql'
import type { Names } from '../../platform/directory.js'
import { Entity } from '../../platform/graphql/entity.js'
import { BodyKindEnum, OfficeKindEnum } from '../../platform/graphql/enums.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Viewer: ViewerType
  }
}

@ObjectType('HeldOffice', { description: 'An office held now, with what a rule needs to know of its body.' })
export class HeldOfficeType implements HeldOffice {
  @Field(() => ID)
  appointmentId!: string

  @Field(() => OfficeKindEnum)
  office!: OfficeKind

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => ID)
  bodyId!: string

  @Field(() => BodyKindEnum)
  bodyKind!: BodyKind

  @Field(() => ID, { nullable: true })
  bodyParentId!: string | null

  @Field(() => DateTimeISO, { nullable: true })
  until!: Date | null
}

@Entity('Viewer', { description: 'Whoever is signed in.' })
export class ViewerType {
  @Field(() => [HeldOfficeType])
  offices!: HeldOfficeType[]

  @Field(() => String, { nullable: true })
  language!: string | null

  @Field(() => Boolean, { description: 'Whether this is the demo.' })
  demo!: boolean

  personId!: string
}

export function heldOffices({ offices }: Viewer, names: Names): HeldOfficeType[] {
  return offices.map((held) =>
    Object.assign(new HeldOfficeType(), { ...held, title: names.officeTitle(held.office, held.bodyId) }),
  )
}
