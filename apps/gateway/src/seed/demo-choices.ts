import type { Foundations } from '../foundations.js'
import type { DemoChoice } from '../platform/http/auth.js'

/** The demo people with the offices they hold now. */
export async function demoChoices({ people, viewers, directory }: Foundations): Promise<DemoChoice[]> {
  const names = await directory.now()
  const demo = [...(await people.all()).values()].flatMap(({ _id, name, demoKey }) =>
    demoKey === null ? [] : [{ personId: _id, name, key: demoKey }],
  )
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
