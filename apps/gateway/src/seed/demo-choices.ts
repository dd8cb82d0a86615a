import type { Foundations } from '../foundations.js'
import type { DemoChoice } from '../platform/http/auth.js'
import { demoPeople, personId } from './demo-people.js'

/** The demo people with the offices they hold now. */
export async function demoChoices({ people, viewers, directory }: Foundations): Promise<DemoChoice[]> {
  const names = await directory.now()
  const known = await people.all()
  const demo = demoPeople.flatMap(({ key }) => {
    const person = known.get(personId(key))
    return person ? [{ personId: person._id, name: person.name, key }] : []
  })
  return Promise.all(
    demo.map(async (person) => {
      const { offices } = await viewers.of(person.personId)
      return {
        ...person,
        offices: offices.map(({ office, bodyId }) => ({ office, bodyId, title: names.officeTitle(office, bodyId) })),
      }
    }),
  )
}
