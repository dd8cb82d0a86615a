import { type Dependency, dependencyKinds } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { needed, source } from '../../platform/record-parts.js'

/** A dependency as the collection `dependencies` keeps it. */
export interface DependencyRecord extends Omit<Dependency, 'id'> {
  _id: string
  /** `dependent>dependsOn` while it stands, its own id once removed: the unique index then allows one standing link per pair. */
  link: string
  removed: boolean
  version: number
}

/** The same as the rules have it. */
export type StoredDependency = Omit<DependencyRecord, '_id'> & { id: string }

/** What `link` holds while a dependency stands. */
export const standingLink = (dependentId: string, dependsOnId: string): string => `${dependentId}>${dependsOnId}`

const schema = new Schema<DependencyRecord>(
  {
    _id: needed,
    dependentId: { ...needed, index: true },
    dependsOnId: { ...needed, index: true },
    kind: { type: String, enum: dependencyKinds, required: true },
    basis: { type: String, enum: ['stated', 'implied', 'set'], required: true },
    text: { type: String, default: '' },
    source: { type: source, default: null },
    link: { ...needed, unique: true },
    removed: { type: Boolean, default: false },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const dependencyModel = (connection: Connection): Model<DependencyRecord> =>
  connection.model<DependencyRecord>('Dependency', schema, 'dependencies')
