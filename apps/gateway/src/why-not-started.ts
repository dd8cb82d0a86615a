/** One plain sentence for whoever started Camau and finds that it did not. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof AggregateError) return whyNotStarted(error.errors[0])
  if (!(error instanceof Error)) return 'Camau could not start.'
  const code = 'code' in error ? error.code : undefined
  const port = 'port' in error ? String(error.port) : ''
  if (code === 'ECONNREFUSED') return 'The bus at REDIS_URL does not answer.'
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what listens there, or set PORT to another.`
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `Camau may not listen on port ${port}: set PORT to one above 1024.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is not an address of this machine.'
  if (error.name === 'MongooseServerSelectionError') return 'The database at MONGODB_URI does not answer.'
  return error.message
}
