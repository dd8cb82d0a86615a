import 'reflect-metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.js'
import { createFoundations } from './foundations.js'
import { latch } from './live/testing/latch.js'
import { inProcessBus } from './platform/bus.js'
import { newId } from './platform/ids.js'
import { type RunningProgramme, runningProgramme } from './test/running-programme.js'

let programme: RunningProgramme
beforeAll(async () => {
  programme = await runningProgramme()
})
afterAll(() => programme?.stop())

describe('a command that waits for its turn', () => {
  it('is not carried out by an office that ends meanwhile, and another person’s is', async () => {
    const { db } = programme
    const bus = inProcessBus()
    const node = createFoundations({ config: readConfig({}), db, bus, now: () => new Date() })
    const chair = await node.viewers.of('demo-ws1-chair')
    const secretary = await node.viewers.of('demo-secretariat')
    const [holding, hold] = latch()
    const [over, letGo] = latch()
    const done: string[] = []
    const asked = (viewer: typeof chair, work: () => Promise<void>) => {
      const answer = node.command({ command: 'test', viewer, input: { mutationId: newId() } }, work, work)
      answer.catch(() => undefined) // carried out or not: nothing is changed here, which fails in the end
      return answer
    }
    const before = asked(secretary, async () => {
      hold()
      await over
    })
    await holding
    const ofChair = asked(chair, async () => void done.push('chair'))
    const ofSecretary = asked(secretary, async () => void done.push('secretary'))
    const appointmentId = chair.offices[0]?.appointmentId
    await (await programme.as('secretariat')).tell('endAppointment', { id: appointmentId })
    bus.publish('rights', { personIds: [chair.personId] })
    letGo()
    await expect(ofChair).rejects.toMatchObject({ code: 'unavailable' })
    await Promise.allSettled([before, ofSecretary])
    expect(done).toEqual(['secretary'])
  })
})
