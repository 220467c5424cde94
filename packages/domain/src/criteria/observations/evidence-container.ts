/** The end record of a ZIP file, and a comment of the greatest length behind it. */
const END = 22
const MOST_COMMENT = 65_535

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const ENTRY = 46
const LOCAL = 30

/** Names that matter are of plain letters; of others nothing is asked. */
const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")

const viewOf = ({ buffer, byteLength, byteOffset }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

const endRecord = (view: DataView): number | null => {
  const lowest = Math.max(0, view.byteLength - END - MOST_COMMENT)
  for (let at = view.byteLength - END; at >= lowest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE && at + END + view.getUint16(at + 20, true) === view.byteLength)
      return at
  return null
}

/**
 * Names of the entries of a ZIP file, as its directory lists them; null where the file is cut off or its directory leads outside it.
 *
 * **Details** Nothing is unpacked, so a file that would unpack to gigabytes costs no more than its own size. ZIP64 is for files of
 * 4 GB and counts as cut off.
 */
export const entriesOfZip = (bytes: Uint8Array): ReadonlyArray<string> | null => {
  const view = viewOf(bytes)
  if (view.byteLength < END) return null
  const end = endRecord(view)
  if (end === null) return null
  const found: Array<string> = []
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null
    const name = view.getUint16(at + 28, true)
    const next = at + ENTRY + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const local = view.getUint32(at + 42, true)
    if (next > end || local + LOCAL > end || view.getUint32(local, true) !== LOCAL_SIGNATURE) return null
    found.push(textOf(bytes.subarray(at + ENTRY, at + ENTRY + name)))
    at = next
  }
  return found
}

/** What the first entry holds where it is stored as it is and called `mimetype`, which is how OpenDocument files say what they are. */
export const mimetypeEntry = (bytes: Uint8Array): string | null => {
  const view = viewOf(bytes)
  if (view.byteLength < LOCAL || view.getUint32(0, true) !== LOCAL_SIGNATURE || view.getUint16(8, true) !== 0)
    return null
  const name = view.getUint16(26, true)
  const content = LOCAL + name + view.getUint16(28, true)
  if (textOf(bytes.subarray(LOCAL, LOCAL + name)) !== "mimetype") return null
  return textOf(bytes.subarray(content, content + view.getUint32(18, true)))
}
