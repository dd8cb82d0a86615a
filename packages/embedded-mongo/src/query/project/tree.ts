import { fieldPath } from '../../aggregate/expressions/paths.js'
import { mongoError } from '../../errors.js'

/** What a projection does with one field. */
export type Projection =
  | { kind: 'include' }
  | { kind: 'exclude' }
  /** Changes the value if there is one and keeps its place. */
  | { kind: 'map'; map: (value: unknown) => unknown }
  /** A new value, which stands after the kept fields. `undefined` leaves the field out. A neutral one fits both modes. */
  | { kind: 'compute'; compute: (root: Scene) => unknown; neutral?: true }
  | Branch

/** What a projection does below one field. */
export interface Branch {
  kind: 'branch'
  children: Map<string, Projection>
}

/** The whole document a field is computed from. */
export interface Scene {
  root: Record<string, unknown>
  /** The value the field has in the document. */
  value: unknown
}

/** A branch with nothing in it yet. */
export const emptyBranch = (): Branch => ({ kind: 'branch', children: new Map() })

/** Puts a projection at its dotted path; two for one field, or for a field and its parent, collide. */
export function place(root: Branch, path: string, projection: Projection): void {
  const parts = fieldPath(path)
  let branch = root
  for (const [i, part] of parts.slice(0, -1).entries()) {
    const child = branch.children.get(part) ?? emptyBranch()
    if (child.kind !== 'branch') {
      throw mongoError(31249, `Path collision at ${path} remaining portion ${parts.slice(i + 1).join('.')}`)
    }
    branch.children.set(part, child)
    branch = child
  }
  const last = parts.at(-1) ?? ''
  if (branch.children.has(last)) throw mongoError(31250, `Path collision at ${path}`)
  branch.children.set(last, projection)
}
