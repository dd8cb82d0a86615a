/** Why a page could not be read, as far as the reader is concerned. The reference is quoted to whoever runs the service. */
export interface Trouble {
  kind: 'not-found' | 'offline' | 'timeout' | 'server'
  reference: string
  at: Date
}
