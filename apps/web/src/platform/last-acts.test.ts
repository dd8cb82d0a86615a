import { gql } from '@apollo/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetAct, forgetActs, freshAct, lastActs, rememberAct } from './last-acts'

const close = gql`mutation Close($input: CloseActionInput!) { closeAction(input: $input) { id } }`
const agree = gql`mutation Agree($input: MeetingInput!) { agreeMinutes(input: $input) { id } }`
const act = (id: string) => ({ id, what: { en: `Action ${id} closed`, cy: `Caewyd cam gweithredu ${id}` } })

beforeEach(forgetActs)

describe('the acts that can be taken back', () => {
  it('are remembered in order, those alone that can be', () => {
    rememberAct(close, act('1'))
    rememberAct(agree, act('2'))
    rememberAct(close, act('3'))
    expect(lastActs.get().map(({ id }) => id)).toEqual(['1', '3'])
    expect(freshAct.get()?.id).toBe('3')
  })

  it('are forgotten once taken back; an earlier one is not shown again as if it had just been done', () => {
    rememberAct(close, act('1'))
    rememberAct(close, act('2'))
    forgetAct('2')
    expect(lastActs.get().map(({ id }) => id)).toEqual(['1'])
    expect(freshAct.get()).toBeNull()
  })

  it('are no more than twenty', () => {
    for (let n = 1; n <= 25; n++) rememberAct(close, act(String(n)))
    expect(lastActs.get()).toHaveLength(20)
    expect(lastActs.get().at(0)?.id).toBe('6')
  })
})
