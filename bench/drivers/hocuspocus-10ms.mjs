// Hocuspocus with its own window of batching opened to 10 ms; as shipped it sends once per turn of the event loop.
import { serve as serveAsShipped } from './hocuspocus.mjs'

export { join, keeps } from './hocuspocus.mjs'

export const serve = (options) => serveAsShipped({ ...options, flushDelay: 10 })
