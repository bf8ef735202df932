import { learnServerTime } from '../lib/clock'
import { Problem, problemFrom } from '../lib/problem'

type Watch = {
  signal: AbortSignal
  /** What part has left this device, 0 to 1. */
  onProgress: (part: number) => void
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Posts a form and tells how far it is, which `fetch` cannot. Throws a `Problem` as `answer` does. */
export function sendForm<T>(path: string, form: FormData, { signal, onProgress }: Watch): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total)
    request.onload = () => {
      learnServerTime(request.getResponseHeader('X-Server-Now'))
      const body = parsed(request.responseText)
      if (request.status < 300) resolve(body as T)
      else reject(problemFrom(request.status, body))
    }
    request.onerror = () => reject(new Problem('unreachable', 0))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
