import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import type { Context } from '../context.js'
import { sentences } from '../refusals.js'

const personHeader = 'camau-person'
const code = 'not-signed-in'

/**
 * A browser that keeps commands for later says with each whose it is. Sent under somebody else's cookie (they signed in from
 * another window meanwhile), a command is refused before it begins: nobody's wish is carried out as another's.
 * Without the header it looks at nothing.
 */
export function samePerson(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, operation, contextValue: { viewer } }) {
          const meant = request.http?.headers.get(personHeader)
          if (operation.operation !== 'mutation' || meant === undefined || meant === viewer.personId) return null
          const refusal = { message: sentences[code], extensions: { code, details: {} } }
          return {
            http: { status: 200, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: [refusal] } },
          }
        },
      }
    },
  }
}
