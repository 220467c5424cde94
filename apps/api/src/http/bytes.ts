/** The body of a request as bytes, as long as it has no more than allowed; null for a longer one. Rejects where it breaks off. */
export const bytesOf = async (request: Request, maximum: number): Promise<Uint8Array | null> => {
  const chunks: Array<Uint8Array> = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maximum) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, bytes)
}
