import { createHash } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"

/**
 * The standards' own schemas where their keepers publish them: at one commit each, which does not move, by the hash of each file. They are other people's
 * works and not part of this repository; whoever runs the specs gets them from there.
 */
export const published = {
  ocds: {
    at: "https://raw.githubusercontent.com/open-contracting/standard/af0d0d41c64be26d8bbd57dcca8b474937e5851c/schema",
    files: {
      "release-schema.json": "fac192e1ccfb061f5164bdb2d64c29e517c0f81661996b97de40cebc55a2c1bc",
      "release-package-schema.json": "06577cec73cc16eca0cac331a7ea9ee9cd684b21c55f5f0711f7442623153698",
      "record-package-schema.json": "ba7bc9acfc307b6f311a54a62f686f1d9e199e61712314f995a090b660168da1",
      "versioned-release-validation-schema.json": "7b0271756c954eba16fdd1b364811aaf5381d23d057400b906a2aa978dc5cf84"
    }
  },
  iati: {
    at: "https://raw.githubusercontent.com/IATI/IATI-Schemas/4c9ba1e84815f57a4ffab03fdbd551ae4c71d08c",
    files: {
      "iati-activities-schema.xsd": "62c91a66c82ee26864d5e6c3f4bd6358de14d3aec69bc649db85da9f9a0792bc",
      "iati-common.xsd": "322692e4ea1f4434b154855f381eb4bd972aaa2e1349dfaf9578b775ad6c9c6b",
      "xml.xsd": "61960fb3131e38022caad5360e2f33a3382578ab3c80cd58bd74320ede61b20c"
    }
  },
  sdmx: {
    at: "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/71fe5eaa9fcd29e3c15f2f0216a19b9b650b1dbd",
    files: {
      "data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json":
        "0cf80e01e7cad64b6856f0d7e6d093c25c006d5e96003c71cb71f37669956f5c",
      "structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json":
        "6048b956d2590a3ed7da1e8ec1c247d6f63cdea829c293d99faa7f318d4b887e"
    }
  }
} as const

/** A standard's files at one address: their paths below it, each with the SHA-256 of its bytes. */
export interface Publication {
  readonly at: string
  readonly files: Readonly<Record<string, string>>
}

/** Why a standard's schemas are not here: nobody answered, or with something else. */
export interface Missed {
  readonly standard: string
  readonly cause: string
}

const bodyOf = async (address: string, milliseconds: number): Promise<Buffer | string> => {
  const response = await fetch(address, { signal: AbortSignal.timeout(milliseconds) }).catch((cause: unknown) => {
    const deeper = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
    return String(deeper)
  })
  if (typeof response === "string") return response
  if (!response.ok) return `HTTP ${response.status}`
  return response.arrayBuffer().then(Buffer.from, String)
}

const isKept = (file: string, hash: string): Promise<boolean> =>
  readFile(file).then(
    (bytes) => createHash("sha256").update(bytes).digest("hex") === hash,
    () => false
  )

/**
 * Brings what of the publications is not yet in `folder` (one folder a standard, files by their last name), and tells the standards whose files nobody gave
 * within `milliseconds`. Bytes other than those that a hash names, as of a gateway that answers for everybody, are not kept: the specs may not take another
 * schema for the standard's.
 */
export const bring = async (
  publications: Readonly<Record<string, Publication>>,
  folder: string,
  milliseconds = 10_000
): Promise<ReadonlyArray<Missed>> => {
  const missed = await Promise.all(
    Object.entries(publications).flatMap(([standard, { at, files }]) =>
      Object.entries(files).map(async ([path, hash]): Promise<ReadonlyArray<Missed>> => {
        const file = join(folder, standard, path.slice(path.lastIndexOf("/") + 1))
        if (await isKept(file, hash)) return []
        const address = `${at}/${path}`
        const body = await bodyOf(address, milliseconds)
        if (typeof body === "string") return [{ standard, cause: `${address}: ${body}` }]
        const found = createHash("sha256").update(body).digest("hex")
        if (found !== hash) return [{ standard, cause: `${address}: SHA-256 ${found}, expected ${hash}` }]
        await mkdir(dirname(file), { recursive: true })
        // Two suites bring the same files at once: each is put in its place whole.
        const beside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
        await writeFile(beside, body)
        await rename(beside, file)
        return []
      })
    )
  )
  return missed.flat().filter((one, at, all) => all.findIndex(({ standard }) => standard === one.standard) === at)
}
