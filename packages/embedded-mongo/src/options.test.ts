import { describe, expect, it } from 'vitest'
import { readOptions } from './options.js'
import { StartError } from './start-error.js'

describe('the command line', () => {
  it('names a folder and, if it likes, where to listen', () => {
    expect(readOptions(['--data', 'd'])).toEqual({ data: 'd', listen: undefined })
    expect(readOptions(['--data', 'd', '--socket', 's'])).toEqual({ data: 'd', listen: { socket: 's' } })
    expect(readOptions(['--data', 'd', '--port', '0'])).toEqual({ data: 'd', listen: { port: 0 } })
  })

  it.each([
    '',
    '--data',
    '--data d --port many',
    '--data d --port 70000',
    '--data d --fly',
    '--data d --port 1 --socket s',
    'd',
  ])('is refused when it makes no sense: %s', (line) => {
    expect(() => readOptions(line.split(' ').filter(Boolean))).toThrow(StartError)
    expect(() => readOptions(line.split(' ').filter(Boolean))).toThrow(/^Usage: camau-mongo --data DIR/)
  })
})
