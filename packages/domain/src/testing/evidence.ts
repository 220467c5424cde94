/** Small files of every kind that is taken, as programs write them. */

const bytesOf = (text: string): ReadonlyArray<number> => Array.from(text, (sign) => sign.charCodeAt(0))

const little = (value: number, width: number): ReadonlyArray<number> =>
  Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 0xff)

interface Entry {
  readonly name: string
  readonly content?: string
}

/** A ZIP file of entries that are stored as they are. */
export const zipOf = (entries: ReadonlyArray<Entry>): Uint8Array<ArrayBuffer> => {
  const locals: Array<number> = []
  const directory: Array<number> = []
  for (const { content = "", name } of entries) {
    const [called, data] = [bytesOf(name), bytesOf(content)]
    const sizes = [...little(data.length, 4), ...little(data.length, 4), ...little(called.length, 2), ...little(0, 2)]
    const place = locals.length
    locals.push(0x50, 0x4b, 3, 4, ...little(20, 2), ...little(0, 12), ...sizes, ...called, ...data)
    directory.push(0x50, 0x4b, 1, 2, ...little(20, 2), ...little(20, 2), ...little(0, 12), ...sizes)
    directory.push(...little(0, 10), ...little(place, 4), ...called)
  }
  const count = little(entries.length, 2)
  const end = [...little(0, 4), ...count, ...count, ...little(directory.length, 4), ...little(locals.length, 4)]
  return Uint8Array.from([...locals, ...directory, 0x50, 0x4b, 5, 6, ...end, 0, 0])
}

const opened = (kind: string) =>
  zipOf([{ name: "mimetype", content: `application/vnd.oasis.opendocument.${kind}` }, { name: "content.xml" }])

const office = (main: string) => zipOf([{ name: "[Content_Types].xml", content: "<Types/>" }, { name: main }])

const thumbnail = [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9]

/** By the name of their kind. */
export const evidenceSamples = {
  pdf: Uint8Array.from(bytesOf("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")),
  jpeg: Uint8Array.from([0xff, 0xd8, ...thumbnail, 0xff, 0xda, 0, 2, 1, 2, 3, 4, 5, 6, 0xff, 0xd9]),
  png: Uint8Array.from([
    0x89,
    ...bytesOf("PNG\r\n"),
    0x1a,
    0x0a,
    ...little(0, 4),
    ...bytesOf("IEND"),
    0xae,
    0x42,
    0x60,
    0x82
  ]),
  webp: Uint8Array.from([...bytesOf("RIFF"), ...little(12, 4), ...bytesOf("WEBPVP8 "), 0, 0, 0, 0]),
  docx: office("word/document.xml"),
  xlsx: office("xl/workbook.xml"),
  odt: opened("text"),
  ods: opened("spreadsheet")
}
