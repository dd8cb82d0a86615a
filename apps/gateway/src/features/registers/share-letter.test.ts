import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
let secretary: Caller
let chair: Caller
let scrutiny: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  secretary = await programme.as('secretariat')
  chair = await programme.as('mag-chair')
  scrutiny = await programme.as('scrutiny-reader')
})
afterAll(() => programme?.stop())

it('a letter that is shared with fewer is gone for those who may read it no more; they learn that alone', async () => {
  const id = v7()
  await secretary.tell('draftReply', { id, replyToIds: ['corr-2019-06-21-cype-adss'], answers: ['In spring.'] })
  await chair.tell('sendLetter', { id })
  await secretary.tell('shareLetter', { id, audience: 'SHARED' })
  const { changes: before } = await chair.ask('{ changes(room: "programme", last: 1) { seq } }')
  await secretary.tell('shareLetter', { id, audience: 'MEMBER' })
  const told = async (who: Caller) => {
    const query = 'query T($since: Int) { changes(room: "programme", since: $since) { command patches { id fields } } }'
    const { changes } = await who.ask(query, { since: before[0].seq })
    return changes
  }
  expect(await told(scrutiny)).toEqual([
    { command: null, patches: [{ id, fields: { __typename: 'Correspondence', id, gone: true } }] },
  ])
  expect(await told(chair)).toMatchObject([{ command: 'shareLetter', patches: [{ id, fields: { id, version: 4 } }] }])
})
