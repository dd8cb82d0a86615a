import type { ApolloServerPlugin } from '@apollo/server'
import { type RefusalCode, refusalCodes } from '@camau/domain'
import { Kind, type OperationDefinitionNode } from 'graphql'
import { type Context, isSignedIn } from '../context.js'
import type { Log } from '../log.js'
import { inTime, queryPatience } from '../patience.js'
import type { SecurityEvent, SecurityLog } from '../security-log.js'

// Not a no to the command: it may be sent again as it is.
const passing: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['unavailable', 'took-too-long', 'internal'])

/**
 * Leaves a line in the security log for every command of somebody signed in that is refused, before its answer goes out. What
 * strangers try is only counted (`/metrics`): anybody could fill the log with it.
 */
export function refusedCommands(security: SecurityLog, log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, request, response, contextValue: { viewer } }) {
          if (operation?.operation !== 'mutation' || response.body.kind !== 'single' || !isSignedIn(viewer)) return
          const code = codeOf(response.body.singleResult.errors?.[0]?.extensions?.code)
          if (!code || passing.has(code)) return
          const line: SecurityEvent = {
            event: 'command-refused',
            personId: viewer.personId,
            command: commandOf(operation),
            recordId: recordOf(request.variables),
            code,
          }
          // The no stands whether or not it could be noted.
          await inTime(security.note(line), performance.now() + queryPatience).catch((error: unknown) =>
            log.error({ err: error, ...line }, 'a refused command was not noted'),
          )
        },
      }
    },
  }
}

const codeOf = (value: unknown): RefusalCode | undefined => refusalCodes.find((code) => code === value)

function commandOf({ selectionSet }: OperationDefinitionNode): string | null {
  const [field] = selectionSet.selections
  return field?.kind === Kind.FIELD ? field.name.value : null
}

function recordOf(variables: unknown): string | null {
  const input = typeof variables === 'object' && variables !== null && 'input' in variables ? variables.input : null
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : null
}
