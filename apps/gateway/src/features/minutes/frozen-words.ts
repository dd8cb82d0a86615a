import { z } from 'zod'
import type { AgreedMinutesRecord } from './agreed-minutes.model.js'

interface Words {
  type?: string | undefined
  text?: string | undefined
  attrs?: { level?: unknown } | undefined
  content?: Words[] | undefined
}

const words: z.ZodType<Words> = z.object({
  type: z.string().optional(),
  text: z.string().optional(),
  attrs: z.object({ level: z.unknown().optional() }).optional(),
  content: z.array(z.lazy(() => words)).optional(),
})

/** The frozen text, as far as its passages are concerned. */
export const frozenWords = ({ content }: AgreedMinutesRecord): Words => words.parse(JSON.parse(content))
