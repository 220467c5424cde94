import { type Recognition, recognitionsOn, type Tier, tierOrder } from "@ntm/domain/criteria"
import {
  type Chronicle,
  descendantsOn,
  predecessorsOf,
  successorsOf,
  type Unit,
  unitByCode,
  type UnitCode,
  type UnitId
} from "@ntm/domain/units"
import { addDays, type Day, formatDay } from "@ntm/domain/values"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"
import { type Draw, drawFrom, shuffled } from "./draw.ts"
import { chooseHolders, type Stage } from "./holders.ts"
import { RecognitionFile } from "./recognitions-file.ts"

const FILE = "pilot/recognitions.json"

const decodeFile = decoder(RecognitionFile)

type Communes = RecognitionFile["communes"][number]
type TierOf = Communes["tiers"][number]

const below = ({ register }: Chronicle, code: UnitCode, day: Day): ReadonlyArray<Unit> => {
  const top = unitByCode(register, code, day)
  return top === undefined ? [] : descendantsOn(register, top.id, day)
}

/** Xã that the programme is for: one of which that is not known may take part. */
const takesPart = ({ attributes, type }: Unit): boolean => type === "xã" && attributes?.programme !== false

/** The later days of a tier: which xã came from which of those before. */
const stagesOf = (
  chronicle: Chronicle,
  first: ReadonlyArray<UnitId>,
  { later }: TierOf
): ReadonlyArray<Stage<UnitId>> => {
  let earlier = new Set(first)
  return (later ?? []).map(({ day, whole, withoutBelow }) => {
    const eve = addDays(day, -1)
    const became = [...earlier].flatMap((id) => successorsOf(chronicle, id, eve, day).map(({ unit }) => unit))
    const units = [...new Map(became.filter(takesPart).map((unit) => [unit.id, unit])).keys()].map((unit) => {
      const from = predecessorsOf(chronicle, unit, day, eve).map((one) => one.unit.id)
      return { unit, from: from.filter((one) => earlier.has(one)) }
    })
    earlier = new Set(units.map(({ unit }) => unit))
    const without = withoutBelow?.flatMap((code) => below(chronicle, code, day).map(({ id }) => id))
    return { units, whole, without: without === undefined ? null : new Set(without) }
  })
}

/** The units of each round: the best first, in the order that is drawn. */
const inRounds = ({ rounds }: TierOf, order: ReadonlyArray<UnitId>): ReadonlyArray<readonly [UnitId, Day]> => {
  let taken = 0
  return rounds.flatMap(({ day, count }) => {
    const units = order.slice(taken, taken + count)
    taken += count
    return units.map((unit) => [unit, day] as const)
  })
}

const drawCommunes = (
  chronicle: Chronicle,
  communes: Communes,
  draw: Draw,
  wrong: (path: string, vi: string, en: string) => void
): ReadonlyArray<Recognition> => {
  const units = below(chronicle, communes.province, communes.day).filter(takesPart)
  const chosen: Array<ReadonlySet<UnitId>> = []
  for (const [at, one] of communes.tiers.entries()) {
    const among = [...(chosen.at(-1) ?? units.map(({ id }) => id))]
    const count = one.rounds.reduce((sum, round) => sum + round.count, 0)
    const held = new Set(among)
    // Only what comes from units chosen among alone can come from holders alone.
    const stages = stagesOf(
      chronicle,
      units.map(({ id }) => id),
      one
    ).map((stage, of) =>
      of > 0 ? stage : { ...stage, units: stage.units.filter(({ from }) => from.every((unit) => held.has(unit))) }
    )
    const holders = chooseHolders(among, count, stages, (...names) => draw(communes.province, one.tier, ...names))
    if (holders === undefined) {
      wrong(
        `tiers[${at}]`,
        `không chọn được ${count} trong ${among.length} xã`,
        `${count} of ${among.length} xã cannot be chosen`
      )
      return []
    }
    chosen.push(holders)
  }
  const rank = (unit: UnitId): number => chosen.filter((holders) => holders.has(unit)).length
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const order = shuffled(draw, codes.keys(), (unit) => codes.get(unit) ?? unit).toSorted((a, b) => rank(b) - rank(a))
  return communes.tiers.flatMap((one) =>
    inRounds(one, order).map(([unit, day]): Recognition => ({
      unit,
      tier: one.tier,
      criteriaSet: one.set,
      document: one.document,
      decidedOn: day,
      revokedOn: null,
      note: communes.note,
      illustrative: true
    }))
  )
}

const named = ({ register }: Chronicle, file: RecognitionFile, report: Report): ReadonlyArray<Recognition> =>
  file.named.flatMap(({ day, document, note, set, tier, units }, at) =>
    units.flatMap((code): ReadonlyArray<Recognition> => {
      const unit = unitByCode(register, code, day)
      if (unit !== undefined)
        return [
          { unit: unit.id, tier, criteriaSet: set, document, decidedOn: day, revokedOn: null, note, illustrative: true }
        ]
      report(
        FILE,
        { path: `named[${at}].units` },
        `không có đơn vị ${code} vào ngày ${formatDay(day)}`,
        `there is no unit ${code} on ${day}`
      )
      return []
    })
  )

/** Whether holding one tier is holding the other, or more. */
const reaches = (unit: Unit, held: Tier | null, tier: Tier): boolean =>
  held !== null &&
  tierOrder[unit.level].some(({ ranks }) => {
    const [own, asked] = [held, tier].map((one) => ranks.findIndex((rank) => rank.includes(one)))
    return own !== undefined && asked !== undefined && asked >= 0 && own >= asked
  })

const checkCounts = (
  chronicle: Chronicle,
  recognitions: ReadonlyArray<Recognition>,
  { counts }: RecognitionFile,
  report: Report
): void => {
  const held = new Map(
    [...new Set(counts.map(({ day }) => day))].map((day) => [day, recognitionsOn(chronicle, recognitions, day)])
  )
  for (const [at, { count, day, outOf, programme, source, tier, types, within }] of counts.entries()) {
    const asked = below(chronicle, within, day).filter(
      ({ attributes, type }) => types.includes(type) && (!programme || attributes?.programme === true)
    )
    const found = asked.filter((unit) => reaches(unit, held.get(day)?.get(unit.id)?.tier ?? null, tier)).length
    if (found === count && asked.length === outOf) continue
    const vi = `ngày ${formatDay(day)} có ${found}/${asked.length} đơn vị đạt “${tier}”, theo ${source} phải là ${count}/${outOf}`
    report(
      FILE,
      { path: `counts[${at}]` },
      vi,
      `on ${day} ${found} of ${asked.length} hold “${tier}”, not ${count} of ${outOf}`
    )
  }
}

/**
 * Recognitions of the pilot province and of the one that joined it; none where the folder has no `pilot/recognitions.json`.
 *
 * **Details** Numbers are those of documents. Which communes they are is drawn, so that what follows from them after every
 * reorganisation (`recognitionsOn`) comes to what documents count as well; where it does not, that is reported.
 */
export const readRecognitions = (
  files: DataFiles,
  chronicle: Chronicle,
  report: Report
): ReadonlyArray<Recognition> => {
  if (!files.has(FILE)) return []
  const json = readJson(files, FILE, report)
  const file =
    json === undefined ? undefined : decodeFile(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en))
  if (file === undefined) return []
  const draw = drawFrom(file.seed)
  const recognitions = [
    ...file.communes.flatMap((communes, at) =>
      drawCommunes(chronicle, communes, draw, (path, vi, en) =>
        report(FILE, { path: `communes[${at}].${path}` }, vi, en)
      )
    ),
    ...named(chronicle, file, report)
  ]
  checkCounts(chronicle, recognitions, file, report)
  return recognitions
}
