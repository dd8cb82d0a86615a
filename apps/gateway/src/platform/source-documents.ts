import type { LocalText } from '@camau/domain'

const letter = (en: string): LocalText => ({ en, cy: null })

/** The five documents the programme's records were read from. */
export const sourceDocuments: Readonly<Record<string, { title: LocalText; date: string | null }>> = {
  '000_f87cc2b6caafa26b.txt': { title: letter('Web page of the Ministerial Advisory Group'), date: null },
  '001_574a7cffd2e418e5.txt': {
    title: letter('Letter of the Advisory Group to the Public Accounts Committee'),
    date: '2019-11-06',
  },
  '002_1d788ce2e9a3489f.txt': { title: letter('Legacy report'), date: '2021' },
  '003_81e9813c7c85e1da.txt': { title: letter('Letter of the Minister for Social Care'), date: '2024-03-27' },
  '004_5c312e2696e1c68f.txt': {
    title: letter('Letters of the Children, Young People and Education Committee'),
    date: '2019-06-21',
  },
}
