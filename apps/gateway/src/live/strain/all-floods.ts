import { slowReaders, storm } from './flood-crowds.js'
import { frames, largeFrames, presence } from './flood-frames.js'
import { gaps, nestedBombs, pastes, unfinished, updates } from './flood-updates.js'
import type { Flood } from './scene.js'

/** By name, in the order in which they come. */
export const floods: Readonly<Record<string, Flood>> = {
  updates,
  gaps,
  nestedBombs,
  pastes,
  unfinished,
  frames,
  presence,
  largeFrames,
  slowReaders,
  storm,
}
