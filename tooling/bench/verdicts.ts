import {
  catalogueOf,
  CriteriaSetId,
  CriteriaSets,
  judgeUnits,
  knownOf,
  NO_DATA,
  Observations,
  placesOf,
  type Recording
} from "@ntm/domain/criteria"
import { unitsOn } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import postgres from "postgres"
import { type National, portsOn } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"

/** What verdicts for the nation may cost, reading included, beside reading the packed values alone. */
const atMost = 2

const asOf = Day.make("2025-12-31")

/** It rests on the two other sets of communes, so all three are judged. */
const set = CriteriaSetId.make("xa-ntm-kieu-mau-2021-2025")

const timed = async <A>(task: () => Promise<A>): Promise<{ readonly value: A; readonly ms: number }> => {
  const started = performance.now()
  const value = await task()
  return { value, ms: performance.now() - started }
}

/** From the database to verdicts for every commune of the country under all commune sets of 2021–2025. */
export const benchVerdicts = async ({ url, chronicle, disconnect }: National): Promise<void> => {
  await disconnect()
  const { run, disconnect: close } = portsOn(url)
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const sets = (await run(Effect.flatMap(CriteriaSets, (port) => port.list()))).filter(
      ({ derivesFrom }) => derivesFrom === null
    )
    const communes = unitsOn(chronicle.register, asOf).filter(({ level }) => level === "commune")
    const inputs = catalogueOf(sets.filter(({ id }) => /^xa-ntm-.*2021-2025$/.test(id)))
    const batch = communes.flatMap(({ id }, row) =>
      [...inputs.values()].map(({ key, kind }, at): Recording => ({
        unit: id,
        input: key,
        day: Day.make("2025-12-28"),
        kind: "stock",
        from: null,
        value: kind === "attestation" ? (row + at) % 2 : (row * 7 + at * 13) % 101,
        state: "approved",
        source: { from: "import", name: "bench" },
        evidence: [],
        note: null,
        supersedes: null,
        illustrative: true
      }))
    )
    const actor = { name: "bench", role: "provincialOffice", scope: "all", agency: null } as const
    await run(Effect.flatMap(Observations, (port) => port.record(batch, { actor, inputs })))
    await sql`analyze`

    const known = knownOf({ chronicle, sets, recognitions: [] })
    const question = { asOf, knownAt: null, accept: "approved" } as const
    const raw = () => sql`select unit, block, vals from observation_approved`
    const verdicts = () =>
      run(Effect.flatMap(Observations, (port) => judgeUnits(known, port, question, [set], communes)))
    const judged = await verdicts()
    const lines = judged.groups.flatMap(({ assessment }) => assessment.sets.flatMap((bound) => bound.lines))
    const places = placesOf(judged, set, communes)
    const open = lines.filter(({ codes }) => codes.every((code) => code === NO_DATA))
    if (places.length !== communes.length || open.length === lines.length) throw new Error("nothing was judged")
    const asked = { ...question, units: communes.map(({ id }) => id), inputs: [...inputs.keys()], days: false }
    const columns = () => run(Effect.flatMap(Observations, (port) => port.columns(asked)))
    const times = { raw: [] as Array<number>, columns: [] as Array<number>, verdicts: [] as Array<number> }
    for (let round = 0; round < 60; round++) {
      times.raw.push((await timed(raw)).ms)
      times.columns.push((await timed(columns)).ms)
      times.verdicts.push((await timed(verdicts)).ms)
    }
    // What else the machine does changes from moment to moment: each round is held against its own reading, and the median counts.
    const warm = (list: ReadonlyArray<number>): ReadonlyArray<number> => list.slice(list.length >> 2)
    const beside = (list: ReadonlyArray<number>): number =>
      median(warm(list.map((ms, round) => ms / (times.raw[round] ?? Number.NaN))))
    const base = median(warm(times.raw))
    console.log(
      `\nFrom the database to verdicts: ${communes.length} communes, ${inputs.size} inputs, ${lines.length} lines of ${judged.groups[0]?.assessment.sets.length ?? 0} sets`
    )
    printRow("select of the packed values (limit)", base, base, "")
    printRow("Observations.columns", base * beside(times.columns), base, "")
    printRow("judgeUnits, reading included", base * beside(times.verdicts), base, `   at most ${atMost} x`)
    refuseAbove("verdicts for the nation", beside(times.verdicts), atMost)
  } finally {
    await sql.end()
    await close()
  }
}
