import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql'
import type { Context } from '../context.js'
import { commandPatience, inTime, queryPatience, reads } from '../patience.js'

/** Apollo's way of letting somebody else execute: as GraphQL does, but for a limited time. */
export function limitedExecution(schema: GraphQLSchema): ApolloServerOptionsWithGateway<Context>['gateway'] {
  return {
    async load() {
      return {
        async executor({ document, operation, operationName, request, context }) {
          const args = { schema, document, contextValue: context, variableValues: request.variables, operationName }
          const isQuery = operation.operation === 'query'
          const running = isQuery ? reads(() => execute(args)) : execute(args)
          return answered(inTime(running, context.since + (isQuery ? queryPatience : commandPatience)))
        },
      }
    },
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    stop: async () => undefined,
  }
}

/** What takes too long is an answer like any other. */
async function answered(running: Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    return await running
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error))
    return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] }
  }
}
