import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv } from "ajv"
import Draft04 from "ajv-draft-04"
import formats from "ajv-formats"
import { validateXML } from "xmllint-wasm"

/**
 * Folder of the standards' own schemas (docs/open-formats.md says which files): they are others' works and not part of this repository.
 * `NTM_STANDARDS` names another folder than the one beside the checkout.
 */
const folder = process.env["NTM_STANDARDS"] ?? join(import.meta.dirname, "../../../../../../shared/data/standards")

const textOf = (...path: ReadonlyArray<string>): string => readFileSync(join(folder, ...path), "utf8")
const areHere = (standard: string, files: ReadonlyArray<string>): boolean =>
  files.every((file) => existsSync(join(folder, standard, file)))

/** What a standard's schema objects to; nothing where a message is valid. */
type Objections = ReadonlyArray<unknown>

const ocdsFiles = ["release", "release-package", "record-package", "versioned-release-validation"].map(
  (name) => `${name}-schema.json`
)
const iatiFiles = ["iati-activities-schema.xsd", "iati-common.xsd", "xml.xsd"]
const sdmxFiles = ["data", "structure"].map((kind) => `sdmx-json-${kind}-schema.json`)

/** Which of the standards' schemas are here. What a spec says of a standard whose schema is not, it cannot show. */
export const standardsHere = {
  ocds: areHere("ocds", ocdsFiles),
  iati: areHere("iati", iatiFiles),
  sdmx: areHere("sdmx", sdmxFiles)
} as const

/** A validator of packages of Open Contracting 1.1. */
export const ocdsValidator = () => {
  const ajv = new Draft04.default({ strict: false, allErrors: true })
  formats.default(ajv)
  const schemas = ocdsFiles.map((file): { readonly id: string } => JSON.parse(textOf("ocds", file)))
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
  const files = iatiFiles.map((fileName) => ({ fileName, contents: textOf("iati", fileName) }))
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
