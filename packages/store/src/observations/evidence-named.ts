import { evidenceProblems, type ObservationProblem, type Recording } from "@ntm/domain/criteria"
import type { Tag } from "../database/database.ts"

/** What is wrong with the files that the rows of a batch name. One statement however many there are. */
export const unkept = async (
  sql: Tag,
  batch: ReadonlyArray<Pick<Recording, "evidence">>
): Promise<ReadonlyArray<ObservationProblem>> => {
  const rows = batch.flatMap(({ evidence }, row) => (evidence.length === 0 ? [] : [{ row, evidence }]))
  const named = new Set(rows.flatMap(({ evidence }) => evidence.flatMap((one) => ("file" in one ? [one.sha256] : []))))
  if (named.size === 0) return []
  const kept = await sql<Array<{ sha256: string; bytes: number }>>`
    select sha256, bytes from evidence_file
    where sha256 in (select json_array_elements_text(${JSON.stringify([...named])}::text::json))`
  return evidenceProblems(rows, new Map(kept.map(({ bytes, sha256 }) => [sha256, bytes])))
}
