import type { Source } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Keeper } from '../../platform/keep-record.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { StoredFigure, StoredMeasure, StoredPlan } from './measure.kinds.js'

/** A figure as the documents print it. */
export interface PrintedFigure {
  id: string
  label: string
  value: number | null
  unit: string
  asPrinted: string | null
  kind: string
  date: string | null
  population: string
  approximate: boolean
  note: string | null
  measureOf: string | null
  source: Source
}

export interface MeasuresNeeds {
  measures: RecordStore<StoredMeasure>
  figures: RecordStore<StoredFigure>
  plans: RecordStore<StoredPlan>
  keepMeasures: Keeper<StoredMeasure>
  keepFigures: Keeper<StoredFigure>
  keepPlans: Keeper<StoredPlan>
  command: Command
  directory: Directory
  now: () => Date
  /** The register of figures the documents print. */
  printed: () => Promise<readonly PrintedFigure[]>
  /** What these records wait for, by the links between records. */
  waitsOf: (ids: readonly string[]) => Promise<readonly { dependsOnId: string; text: string }[]>
}
