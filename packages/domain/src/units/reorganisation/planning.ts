import { Result } from "effect"
import { flowsOf } from "./amounts.ts"
import { check } from "./checks.ts"
import type { Chronicle } from "../chronicle.ts"
import { readFate } from "./fate.ts"
import { type Giving, readGiving } from "./giving.ts"
import { type Implied, impliedBy } from "./implied.ts"
import { refusal } from "./naming.ts"
import type { Plan } from "./plan.ts"
import { type Refusal, ReorganisationRefused } from "./refusal.ts"
import type { Reorganisation } from "./reorganisation.ts"
import { rowsOf } from "./rows.ts"
import { readStatements } from "./statements.ts"
import type { Transfer } from "../transfer.ts"
import type { UnitId } from "../unit.ts"

const transfersOf = (
  { id: event, day }: Reorganisation,
  giving: ReadonlyMap<UnitId, Giving>,
  implied: ReadonlyArray<Implied>
): ReadonlyArray<Transfer> => [
  ...[...giving.values()].flatMap(({ given }) =>
    given.map(({ from, to, counted, note, inferred }) => ({
      event,
      day,
      fromId: from,
      toId: to,
      share: counted,
      note,
      inferred,
      implied: false
    }))
  ),
  ...implied.map(({ flow, by }) => ({
    event,
    day,
    fromId: flow.from,
    toId: flow.to,
    share: { all: null, by },
    note: null,
    inferred: false,
    implied: true
  }))
]

/**
 * What the event would do to the register; nothing is changed yet.
 *
 * **Details** New units get ids from `firstId` on (default: the first that no unit has) in the order in which the event
 * names them. Fails with everything that cannot be right about the event at once.
 */
export const plan = (
  chronicle: Chronicle,
  reorganisation: Reorganisation,
  firstId: number = chronicle.register.nextId
): Result.Result<Plan, ReorganisationRefused> => {
  const statements = readStatements(chronicle, reorganisation, firstId)
  const { refusals } = statements
  if (chronicle.events.some((event) => event.reorganisation.id === reorganisation.id)) {
    const { id } = reorganisation
    refusals.push(
      refusal("eventKnown", null, null, `Sự kiện ${id} đã được áp dụng`, `The event ${id} has been applied already`)
    )
  }
  const giving = readGiving(statements)
  const fate = readFate(chronicle, statements, giving)
  const flows = flowsOf(statements, giving)
  const implied = impliedBy(chronicle, statements, fate, giving, flows)
  check(chronicle, statements, fate)
  const [first, ...others]: ReadonlyArray<Refusal> = refusals
  if (first !== undefined) {
    return Result.fail(new ReorganisationRefused({ event: reorganisation.id, refusals: [first, ...others] }))
  }
  const rows = rowsOf(statements, fate, [...flows, ...implied.map(({ flow }) => flow)])
  return Result.succeed({ reorganisation, ...rows, transfers: transfersOf(reorganisation, giving, implied) })
}
