/** GraphQL writes `IN_PROGRESS` where the rules say `in-progress`. */
export type DomainName<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${DomainName<Tail>}`
  : Lowercase<S>
export type GraphqlName<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${GraphqlName<Tail>}`
  : Uppercase<S>

/** `IN_PROGRESS` → `in-progress`. */
export function domainName<S extends string>(name: S): DomainName<S> {
  return name.toLowerCase().replaceAll('_', '-') as DomainName<S>
}

/** `in-progress` → `IN_PROGRESS`. */
export function graphqlName<S extends string>(name: S): GraphqlName<S> {
  return name.toUpperCase().replaceAll('-', '_') as GraphqlName<S>
}
