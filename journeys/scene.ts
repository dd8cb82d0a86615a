import { v7 } from 'uuid'
import { expect } from 'vitest'
import { bodyIds, type Space } from './permission-table.js'
import { type DemoKey, demoKeys, type Person, signIn } from './person.js'
import type { Product } from './product.js'

/** Everybody of the demo signed in, with what they need to try their hand at. */
export interface Scene {
  person(key: DemoKey): Person
  aProposedAction(space: Space): Promise<string>
  anOpenAction(space: Space, ownerKey?: DemoKey): Promise<string>
  /** A meeting after the steps that were taken, each by somebody. */
  aMeeting(space: Space, ...steps: (readonly [DemoKey, string])[]): Promise<string>
}

/** Somebody who may do everything in a space, to set the scene; in the Operational Group nobody rules. */
export const ruler: Record<Space, DemoKey> = {
  'advisory group': 'mag-chair',
  'workstream 1': 'ws1-chair',
  'workstream 2': 'ws2-chair',
  'workstream 3': 'ws3-chair',
  'residential group': 'tf-residential-chair',
  'operational group': 'secretariat',
}

export async function setScene(product: Product): Promise<Scene> {
  const people = new Map<DemoKey, Person>()
  for (const key of demoKeys) people.set(key, await signIn(product, key))
  const person = (key: DemoKey): Person => {
    const found = people.get(key)
    if (!found) throw new Error(`${key} is not signed in`)
    return found
  }
  const done = async (key: DemoKey, command: string, input: Record<string, unknown>) =>
    expect([command, (await person(key).command(command, input)).code]).toEqual([command, null])
  const scene: Scene = {
    person,
    async aProposedAction(space) {
      const id = v7()
      await done(ruler[space], 'proposeAction', { id, bodyId: bodyIds[space], title: 'An action to try' })
      return id
    },
    async anOpenAction(space, ownerKey = 'member') {
      const id = await scene.aProposedAction(space)
      await done(ruler[space], 'assignAction', { id, owner: { personId: person(ownerKey).personId } })
      return id
    },
    async aMeeting(space, ...steps) {
      const id = v7()
      await done(ruler[space], 'createMeeting', aMeetingInput(space, id))
      for (const [key, step] of steps) await done(key, step, { id })
      return id
    },
  }
  return scene
}

export const aMeetingInput = (space: Space, id: string) => ({
  id,
  bodyId: bodyIds[space],
  startsAt: '2026-12-01T10:00:00.000Z',
  endsAt: '2026-12-01T12:00:00.000Z',
})
