import { type Document, UUID } from 'bson'
import type { Collection } from './catalog.js'
import { splitNamespace } from './catalog.js'
import type { Engine } from './engine.js'
import { idIndexSpecification, parseIndex } from './index-definition.js'
import { prefixRange } from './store/bytes.js'
import { catalogKey, dataPrefix, indexPrefix } from './store/layout.js'
import { walk } from './store/overlay.js'
import type { Unit } from './store/unit.js'

/** The collection of that name, made on the spot when there is none, as a first insert does. */
export function ensureCollection(engine: Engine, unit: Unit, namespace: string): Collection {
  return engine.catalog.find(unit, namespace) ?? createCollection(engine, unit, namespace)
}

function createCollection(engine: Engine, unit: Unit, namespace: string, options: Document = {}): Collection {
  const id = engine.newId()
  const indexes = [parseIndex(engine.newId(), idIndexSpecification())]
  const collection = { namespace, ...splitNamespace(namespace), id, uuid: new UUID().toBinary(), options, indexes }
  engine.catalog.save(unit, collection)
  return collection
}

/** Removes a collection with everything in it. */
export function dropCollection(unit: Unit, { namespace, id, indexes }: Collection): void {
  unit.remove(catalogKey(namespace))
  clear(unit, dataPrefix(id))
  for (const index of indexes) clear(unit, indexPrefix(index.id))
}

export function clear(unit: Unit, prefix: string): void {
  for (const [key] of walk(unit, prefixRange(prefix))) unit.remove(key)
}
