import { registerEnumType } from 'type-graphql'

/** GraphQL names an enum's value by its key (`IN_PROGRESS`), the domain by its word (`in-progress`). */
export type EnumKey<Word extends string> = Word extends `${infer Head}-${infer Rest}`
  ? `${Uppercase<Head>}_${EnumKey<Rest>}`
  : Uppercase<Word>

/** For patches, which are shaped as GraphQL would answer. */
export function enumKey<Word extends string>(word: Word): EnumKey<Word> {
  return word.replaceAll('-', '_').toUpperCase() as EnumKey<Word>
}

/** Registers the words of the domain as a GraphQL enum: `@Field(() => ActionStatusEnum)`. */
export function wordsEnum<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
): Record<string, Word> {
  const keys = Object.fromEntries(words.map((word) => [enumKey(word), word]))
  registerEnumType(keys, { name, description })
  return keys
}
