import type { Weight } from '../../ui/button'
import type { LogRow } from './action-status'

/** Every button of a step takes the action as it stands, and draws nothing where the rules say no. */
export interface StepButtonProps {
  row: LogRow
  weight?: Weight
}
