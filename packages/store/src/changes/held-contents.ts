import { type ChangedNoun, differenceOf, type FactDifference } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"

interface Content {
  readonly key: string
  readonly journal: string | null
  readonly stands: string
}

/** What entries have by its hash alone, held against the hash: `$1` the key behind which to begin, `$2` how many at most. */
const contents: Readonly<Partial<Record<ChangedNoun, { readonly field: string; readonly statement: string }>>> = {
  evidenceFile: {
    field: "content",
    statement: `
      select sha256 collate "C" as key, sha256 as journal, encode(sha256(content), 'hex') as stands from evidence_file
      where encode(sha256(content), 'hex') <> sha256`
  },
  boundary: {
    field: "polygons",
    statement: `
      select * from (
        select concat_ws('/', import_id, code) collate "C" as key, polygons_sha256 as journal,
          encode(sha256(convert_to(polygons::text, 'UTF8')), 'hex') as stands from boundary) hashed
      where journal is distinct from stands`
  }
}

/** Files and maps whose bytes are not those that were handed in, by their hashes. */
export const differingContents = async (
  sql: Tag,
  noun: ChangedNoun,
  after: string | null,
  limit: number
): Promise<ReadonlyArray<FactDifference>> => {
  const held = contents[noun]
  if (held === undefined) return []
  const { field, statement } = held
  const found = await sql.unsafe<Array<Content>>(
    `select * from (${statement}) held where $1::text is null or key > $1::text order by key limit $2`,
    [after, limit]
  )
  const words = { vi: "mã băm của nội dung", en: "hash of the content" }
  return found.map(({ key, journal, stands }) =>
    differenceOf({ noun, key, kind: "changed", entry: null, fields: [{ field, words, journal, stands }] })
  )
}
