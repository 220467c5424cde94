import { existsSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { Ajv } from "ajv"
import Draft04 from "ajv-draft-04"
import formats from "ajv-formats"
import { validateXML } from "xmllint-wasm"
import { published } from "./published.ts"

/** A folder with the standards' own schemas, where one is named. Whoever names one means it: a file that is missing there is an error. */
export const asksFor = process.env["NTM_STANDARDS"]
/** Where the schemas are kept that were brought (`published.ts`): beside the toolchain, out of the repository. */
export const kept = join(import.meta.dirname, "../../../../../.toolchain/standards")
const folder = asksFor ?? kept

const textOf = (...path: ReadonlyArray<string>): string => readFileSync(join(folder, ...path), "utf8")
const filesOf = (standard: keyof typeof published): ReadonlyArray<string> =>
  Object.keys(published[standard].files).map((path) => basename(path))

/** What a standard's schema objects to; nothing where a message is valid. */
type Objections = ReadonlyArray<unknown>

/** Whether a standard's schemas are here. What a spec says of a standard whose schemas are out of reach, it cannot show. */
const isHere = (standard: keyof typeof published): boolean =>
  asksFor !== undefined || filesOf(standard).every((file) => existsSync(join(folder, standard, file)))

export const standardsHere = { ocds: isHere("ocds"), iati: isHere("iati"), sdmx: isHere("sdmx") } as const

/** A validator of packages of Open Contracting 1.1. */
export const ocdsValidator = () => {
  const ajv = new Draft04.default({ strict: false, allErrors: true })
  formats.default(ajv)
  const schemas = filesOf("ocds").map((file): { readonly id: string } => JSON.parse(textOf("ocds", file)))
  for (const schema of schemas) ajv.addSchema(schema)
  return (kind: "release" | "record", data: unknown): Objections => {
    const [, releases, records] = schemas
    const valid = ajv.validate((kind === "release" ? releases : records)?.id ?? "", data)
    return valid ? [] : (ajv.errors ?? [])
  }
}

/** A validator of messages of SDMX-JSON 2.0. */
export const sdmxValidator = (kind: "data" | "structure") => {
  // The schemas name no dialect, and one of them its address as draft 4 does; both are read as draft 7, whose words they use.
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, unicodeRegExp: false })
  formats.default(ajv)
  const { $schema: _, id: __, ...schema } = JSON.parse(textOf("sdmx", `sdmx-json-${kind}-schema.json`))
  const validate = ajv.compile(schema)
  return (message: unknown): Objections => (validate(message) ? [] : (validate.errors ?? []))
}

/** What the schema of IATI 2.03 objects to in a file of activities. */
export const iatiObjections = async (contents: string): Promise<Objections> => {
  const files = filesOf("iati").map((fileName) => ({ fileName, contents: textOf("iati", fileName) }))
  const [schema, ...preload] = files
  if (schema === undefined) throw new Error("no schema")
  const { errors, valid } = await validateXML({
    xml: [{ fileName: "activities.xml", contents }],
    schema: [schema],
    preload,
    maxMemoryPages: 4096,
    initialMemoryPages: 1024
  })
  return valid ? [] : errors.map(({ message }) => message)
}
