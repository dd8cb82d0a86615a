import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  correspondenceFile,
  fundingFile,
  glossaryFile,
  indicatorsFile,
  publicationsFile,
  timelineFile,
  workAreasFile,
} from './register-schemas.js'
import { actionsFile, bodiesFile, dependenciesFile, legacyFile, peopleFile } from './seed-schemas.js'

/** The programme as its files hold it, checked. */
export type Seed = Awaited<ReturnType<typeof readSeed>>

export async function readSeed(folder: string) {
  const read = async <T extends z.ZodType>(name: string, schema: T): Promise<z.output<T>> =>
    schema.parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')))
  return {
    bodies: await read('bodies', bodiesFile),
    people: await read('people', peopleFile),
    workAreas: await read('work-areas', workAreasFile),
    legacy: await read('legacy-items', legacyFile),
    actions: await read('actions', actionsFile),
    dependencies: await read('dependencies', dependenciesFile),
    funding: await read('funding', fundingFile),
    indicators: await read('indicators', indicatorsFile),
    correspondence: await read('correspondence', correspondenceFile),
    publications: await read('publications', publicationsFile),
    timeline: await read('timeline', timelineFile),
    glossary: await read('glossary', glossaryFile),
  }
}
