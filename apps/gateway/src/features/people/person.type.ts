import { Field, ID } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { SourceType } from '../../platform/graphql/source.js'
import { initialsOf } from '../../platform/naming.js'
import type { PersonRecord } from './person.model.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Person: PersonType
  }
}

@Entity('Person', { description: 'Somebody the documents name, or who signs in here. Nothing but a name is kept.' })
export class PersonType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  initials!: string

  @Field(() => [String], { description: 'Titles and letters printed with the name in the documents.' })
  postNominals!: string[]

  @Field(() => Boolean, { description: 'A demo person: an office, nobody by name.' })
  example!: boolean

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null
}

export function personType({ _id, name, postNominals, example, source }: PersonRecord): PersonType {
  return Object.assign(new PersonType(), {
    id: _id,
    name,
    initials: initialsOf(name),
    postNominals,
    example,
    source,
  })
}
