/** What can be done to many actions at once. */
export const bulkKinds = ['owner', 'due', 'drop', 'transfer'] as const
export type BulkKind = (typeof bulkKinds)[number]
