import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

export const queryLimits = { depth: 12, aliases: 30, tokens: 4_000, rootFields: 20 } as const

/** Refuses queries that ask too much of one request: too deep, or the same thing many times under other names. */
export function limitQuery(context: ValidationContext): ASTVisitor {
  let aliases = 0
  return {
    Field(node) {
      if (node.alias && ++aliases === queryLimits.aliases + 1)
        refuse(context, `more than ${queryLimits.aliases} aliases`)
    },
    OperationDefinition({ selectionSet, operation }) {
      const fragments = new Map(
        context
          .getDocument()
          .definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
      )
      if (deepest(selectionSet, fragments, new Set()) > queryLimits.depth)
        refuse(context, `deeper than ${queryLimits.depth}`)
      const most = operation === 'mutation' ? 1 : queryLimits.rootFields
      if (selectionSet.selections.length > most) refuse(context, `more than ${most} ${operation} fields at once`)
    },
  }
}

function refuse(context: ValidationContext, what: string): void {
  context.reportError(new GraphQLError(`The request is too large: ${what}.`))
}

/** Counts fields on the longest way down; a fragment that leads back to itself is refused by GraphQL's own rules. */
function deepest(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  open: ReadonlySet<string>,
): number {
  return Math.max(
    0,
    ...selections.map((selection) => {
      if (selection.kind === Kind.FIELD)
        return 1 + (selection.selectionSet ? deepest(selection.selectionSet, fragments, open) : 0)
      if (selection.kind === Kind.INLINE_FRAGMENT) return deepest(selection.selectionSet, fragments, open)
      const name = selection.name.value
      const fragment = open.has(name) ? undefined : fragments.get(name)
      return fragment ? deepest(fragment.selectionSet, fragments, new Set([...open, name])) : 0
    }),
  )
}
