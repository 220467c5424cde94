import { Effect } from "effect"
import { readDataFiles } from "../files.ts"
import { readLineage } from "../lineage.ts"
import { ownDataDirectory } from "../load.ts"
import { problemList } from "../problem.ts"
import { readRegisterIndex } from "../registers.ts"
import { readRegisters } from "../units.ts"

/** The registers and their lineage as the files print them, each register with ids of its own. */
export const printedRegisters = async () => {
  const files = await Effect.runPromise(readDataFiles(ownDataDirectory))
  const { report, problems } = problemList()
  const index = readRegisterIndex(files, report)
  const registers = index === undefined ? [] : readRegisters(files, index, report)
  const lineage = index === undefined ? [] : readLineage(files, index, registers, report)
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 9)))
  return { units: registers.flatMap((register) => [...register.units.values()]), lineage }
}
