import type { Fetch } from "@ntm/contract"
import { createContext, useContext } from "solid-js"

/** Told how much of a body was sent, from 0 to 1. */
export type Progress = (share: number) => void

/** Makes a `Fetch` that tells how far a body has come. */
export type TellingFetch = (progress: Progress) => Fetch

/** Headers of an answer, as the browser writes them out. */
const headersOf = (text: string): Headers =>
  new Headers(
    text.split("\r\n").flatMap((line): ReadonlyArray<[string, string]> => {
      const at = line.indexOf(":")
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1).trim()]]
    })
  )

/** `fetch` does not tell how much of a body was sent; the older way does. */
export const byRequest: TellingFetch =
  (progress) =>
  (url, { body, headers, method = "GET", signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(method, url)
      request.responseType = "text"
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) progress(loaded / total)
      })
      request.addEventListener("load", () =>
        resolve(
          new Response(request.responseText, {
            status: request.status,
            headers: headersOf(request.getAllResponseHeaders())
          })
        )
      )
      request.addEventListener("error", () => reject(new TypeError("the request failed")))
      request.addEventListener("abort", () => reject(new DOMException("given up", "AbortError")))
      signal?.addEventListener("abort", () => request.abort())
      request.send(body ?? null)
    })

const UploadContext = createContext<TellingFetch>(byRequest)

/** Hands another way of sending files to the screens below. */
export const UploadProvider = UploadContext.Provider

export const useUpload = (): TellingFetch => useContext(UploadContext)
