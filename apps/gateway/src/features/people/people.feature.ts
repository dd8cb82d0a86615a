import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import {
  AppointmentResolver,
  type AppointmentResolverNeeds,
  BodyAppointmentsResolver,
  PersonOfficesResolver,
} from './appointment.resolver.js'
import { MeetingChairsResolver } from './meeting-chairs.resolver.js'
import { PersonResolver } from './person.resolver.js'
import type { PersonStore } from './person.store.js'
import { personType } from './person.type.js'

/** Whoever sees a record sees the name of whoever acted on it; only the list of everybody is for members. */
export function peopleFeature(needs: AppointmentResolverNeeds & { people: PersonStore }): Feature {
  return {
    resolvers: [
      new PersonResolver(needs.people),
      new AppointmentResolver(needs),
      new PersonOfficesResolver(needs),
      new BodyAppointmentsResolver(needs),
      new MeetingChairsResolver(needs),
    ],
    sources: {
      async Person(_viewer, ids) {
        const all = await needs.people.all()
        const found = ids.map((id) => all.get(id)).filter((one) => one !== undefined)
        return inOrder(ids, found.map(personType), ({ id }) => id)
      },
    },
  }
}
