import { ChangedNoun } from "@ntm/domain/changes"

/** The table of a noun: "workReport" is kept in `work_report`. */
export const tableOf = (noun: ChangedNoun): string => noun.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)

const byTable = new Map(ChangedNoun.literals.map((noun) => [tableOf(noun), noun]))

/** The noun of a table that is followed. Throws for any other. */
export const nounOf = (table: string): ChangedNoun => {
  const noun = byTable.get(table)
  if (noun === undefined) throw new Error(`no noun is kept in ${table}`)
  return noun
}
