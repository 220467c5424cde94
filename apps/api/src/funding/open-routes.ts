import { api } from "@ntm/contract"
import { Funding, type FundingStage, type StatedTier, usualTier } from "@ntm/domain/funding"
import { type Chronicle, type Unit, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import {
  activitiesHead,
  activitiesTail,
  activityTexts,
  type AsOf,
  isToldStage,
  type Naming,
  toldStages
} from "@ntm/exchange/open"
import { Effect } from "effect"
import { refused } from "../assessments/asking.ts"
import type { Desk } from "../http/mount.ts"
import { mountFile } from "../http/mount-file.ts"
import { inPieces, readOn } from "../http/pieces.ts"
import { todayInVietnam } from "../http/today.ts"
import { askedFunding } from "./asking.ts"
import { listed } from "./entries.ts"

/** Units whose entries are read at once. */
const UNITS_AT_ONCE = 200

/** Units and givers by the names that they carry on the day; those that stand no more by their last. */
const namingOn = (chronicle: Chronicle, asOf: Day): Naming => {
  const { register } = chronicle
  const line = listed(chronicle)
  return {
    unitOf: (id: UnitId): Unit | undefined => unitOn(register, id, asOf) ?? register.byId.get(id)?.at(-1),
    giverOf: (entry) => line(entry).giverName
  }
}

const keyOf = ({ stage, year }: { readonly stage: FundingStage; readonly year: number }): string => `${year} ${stage}`

/** `/funding/iati`: money by source as activities of IATI 2.03. */
export const openFundingRoutes = (desk: Desk): void => {
  mountFile(
    desk,
    api.funding.activities,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? todayInVietnam(desk.now())
      const { chronicle, plan, question } = yield* askedFunding(query, asOf, query.boundaries ?? asOf)
      const { parent, placement } = plan
      const stated = yield* (yield* Funding).tiers({ units: placement.units, ...question })
      // Of a year and stage money is told at one tier only: it is the same money at each.
      const tiers = new Map(
        stated.map((one) => [keyOf(one), query.tier ?? usualTier(parent, stated, one.year, one.stage)])
      )
      const chosen = stated.filter((one) => tiers.get(keyOf(one)) === one.tier)
      const untold: ReadonlyArray<StatedTier> = chosen.filter(({ stage }) => !isToldStage(stage))
      if (untold.length === chosen.length)
        return yield* refused("unit", {
          vi: "không có vốn kế hoạch, đã giao hay giải ngân nào ở đây; một tệp IATI phải có ít nhất một hoạt động",
          en: "no money is planned, allocated or disbursed here; an IATI file has at least one activity"
        })
      return { head: question, chronicle, units: [...new Set(placement.units)], tiers, untold }
    }),
    ({ chronicle, head, tiers, units, untold }, c) => {
      const naming = namingOn(chronicle, head.asOf)
      const texts = (some: ReadonlyArray<UnitId>) =>
        Effect.gen(function* () {
          const question = { units: some, years: null, works: null, stages: [...toldStages], ...head }
          const entries = yield* (yield* Funding).entries(question)
          return activityTexts(
            entries.filter((entry) => tiers.get(keyOf(entry)) === entry.tier),
            naming,
            head
          )
        })
      async function* pieces(about: AsOf): AsyncGenerator<string> {
        yield activitiesHead(about)
        for (let at = 0; at < units.length; at += UNITS_AT_ONCE)
          yield* await readOn(c, desk, texts(units.slice(at, at + UNITS_AT_ONCE)))
        yield activitiesTail(untold)
      }
      return inPieces(c, desk, {
        name: `iati-activities-${head.asOf}.xml`,
        mediaType: "application/xml; charset=utf-8",
        pieces: pieces(head)
      })
    }
  )
}
