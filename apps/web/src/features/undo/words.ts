import { defineWords } from '../../platform/words'

export const undoWords = defineWords({
  en: {
    region: 'What you did last',
    done: (what: string) => `Done: ${what}`,
    undo: 'Undo',
    hint: (key: string) => `${key} Z undoes it.`,
    undone: (what: string) => `Undone: ${what}`,
    kept: (what: string) => `It will be undone when the line is back: ${what}`,
    notUndone: (why: string) => `Not undone. ${why}`,
    changedBy: (name: string, when: string) => `${name} has changed it since (${when}).`,
    rows: (numbers: string) => `Action ${numbers}.`,
    nothing: 'There is nothing to undo.',
  },
  cy: {
    region: 'Yr hyn a wnaethoch ddiwethaf',
    done: (what) => `Gwnaed: ${what}`,
    undo: 'Dadwneud',
    hint: (key) => `Mae ${key} Z yn ei ddadwneud.`,
    undone: (what) => `Dadwnaed: ${what}`,
    kept: (what) => `Caiff ei ddadwneud pan ddaw’r cysylltiad yn ôl: ${what}`,
    notUndone: (why) => `Heb ei ddadwneud. ${why}`,
    changedBy: (name, when) => `Newidiwyd hyn ers hynny gan ${name} (${when}).`,
    rows: (numbers) => `Cam gweithredu ${numbers}.`,
    nothing: 'Nid oes dim i’w ddadwneud.',
  },
})
