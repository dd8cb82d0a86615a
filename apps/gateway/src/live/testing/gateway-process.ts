import { aGateway } from './gateway.js'

// A gateway in a process of its own, so that a test can kill it. Tells its address on the first line of its output, and signs people in for the asking.
const [uri = ''] = process.argv.slice(2)
const gateway = await aGateway({ uri, headCheck: 200 })
process.send?.({ url: gateway.url })
process.on('message', async (personId: string) => {
  process.send?.({ personId, cookie: await gateway.cookie(personId) })
})
