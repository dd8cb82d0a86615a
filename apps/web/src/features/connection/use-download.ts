import { announce } from '../../platform/announce'
import { useCommandQueue } from '../../platform/commands'
import { useDates } from '../../platform/dates'
import { useLanguage } from '../../platform/language'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { deviceWords } from './device-words'
import { download, waitingCopy } from './waiting-copy'
import { useNameOf } from './waiting-name'

/** Hands a copy of what waits to the person. */
export function useDownload(): () => Promise<void> {
  const words = useWords(deviceWords)
  const queue = useCommandQueue()
  const { personId } = useViewer()
  const language = useLanguage()
  const { dateTime } = useDates()
  const nameOf = useNameOf()
  return async () => {
    const text = await waitingCopy({ personId, commands: queue.kept.get(), language, nameOf, dateTime })
    download(words.fileName, text)
    announce(words.downloaded)
  }
}
