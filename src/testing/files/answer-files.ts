import type { MockAnswer } from '../mock-call.js'
import type { FileAnswer, Files } from './files.js'

export interface FileRequest {
  readonly method: string
  /** `/upload` or `/download`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

/** Undefined for paths that are none of files. */
export type AnswerFile = (request: FileRequest) => Promise<FileAnswer> | FileAnswer | undefined

const wrongMethod: FileAnswer = { status: 405, headers: {}, body: '' }

export const fileAnswers =
  (files: Files, turnAway: (headers: FileRequest['headers']) => MockAnswer | undefined): AnswerFile =>
  ({ method, path, query, headers, body }) => {
    if (path !== '/upload' && path !== '/download') return undefined
    const turnedAway = turnAway(headers)
    if (turnedAway !== undefined) return turnedAway
    if (path === '/upload')
      return method === 'POST' ? files.upload(headers['content-type'] ?? '', body) : wrongMethod
    return method === 'GET' ? files.download(query) : wrongMethod
  }
