import { may } from '@camau/domain'
import { Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { membershipPlace } from './membership-place.js'
import type { PersonStore } from './person.store.js'
import { PersonType, personType } from './person.type.js'

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(private readonly people: PersonStore) {}

  @Query(() => [PersonType], {
    name: 'people',
    description: 'Members for those who may see them; for everybody else the names in public documents.',
  })
  async everyone(@Ctx() { viewer }: Context): Promise<PersonType[]> {
    const all = [...(await this.people.all()).values()]
    const members = may(viewer, 'read', membershipPlace)
    return all.filter(({ _id, source }) => members || source || _id === viewer.personId).map(personType)
  }
}
