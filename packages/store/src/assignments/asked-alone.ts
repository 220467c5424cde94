import type { Tag } from "../database/database.ts"

/** A key of a task or a recommendation, and which of the two it is of. */
export interface AskedKey {
  readonly asks: "task" | "recommendation"
  readonly key: string
}

/** A task of a unit that shares it with others ends with the unit's code, as of the day of its document. */
const codeAtEnd = (key: string): string | undefined => /@(\d{2,3}|\d{5}|\d{8})$/.exec(key)?.[1]

/** The document and the number of what a key names, whatever period or owner follows: "kh-61/2.1@2025-H1" is of "kh-61" and "2.1". */
const wholeOf = (key: string): readonly [document: string, no: string] => {
  const [document = "", rest = ""] = key.split("/")
  return [document, rest.split("@")[0] ?? ""]
}

/**
 * The codes of the units that tasks and recommendations are of, by their keys: of the unit that a key ends with, or of the one that alone is asked.
 * Nothing for those of agencies. One statement.
 */
export const codesOfKeys = async (
  sql: Tag,
  asked: ReadonlyArray<AskedKey>
): Promise<(one: AskedKey) => string | undefined> => {
  const documents = new Set(asked.filter(({ key }) => codeAtEnd(key) === undefined).map(({ key }) => wholeOf(key)[0]))
  const rows =
    documents.size === 0
      ? []
      : await sql<Array<{ asks: string; document: string; no: string; code: string }>>`
          select asks, document_id as document, no, code from asked_alone
          where document_id in (select json_array_elements_text(${JSON.stringify([...documents])}::text::json))`
  const alone = new Map(rows.map(({ asks, code, document, no }) => [`${asks} ${document}/${no}`, code]))
  return ({ asks, key }) => codeAtEnd(key) ?? alone.get(`${asks} ${wholeOf(key).join("/")}`)
}
