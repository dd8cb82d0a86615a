import type { LocalText, Source } from '@camau/domain'
import { Schema } from 'mongoose'

/** Parts that many records share. A part has no id of its own, and nothing in it that is not named. */
export const part = <T>(definition: ConstructorParameters<typeof Schema<T>>[0]): Schema<T> =>
  new Schema<T>(definition, { _id: false, strict: 'throw' })

export const text = { type: String, default: null }
export const needed = { type: String, required: true }
export const number = { type: Number, default: null }
export const neededNumber = { type: Number, required: true }
export const neededTime = { type: Date, required: true }
export const maybeTime = { type: Date, default: null }
export const source = part<Source>({ file: needed, locator: needed })
export const neededSource = { type: source, required: true }
export const maybeSource = { type: source, default: null }
export const localText = part<LocalText>({ en: text, cy: text })
export const neededText = { type: localText, required: true }
