import { type Asked, dayAfter, itemsIn, nthOf, type Recipe, type Recipes, textIn } from "../asked.ts"
import { givenBodies } from "../bodies.ts"

const rows = (...each: ReadonlyArray<object>) => ({ rows: each })

/** The first row of an example, as far as it is one. */
const rowOf = (key: string): object => {
  const given = givenBodies[key]
  const [first] = itemsIn(given, "rows")
  return first ?? {}
}

/** Ids that an answer told, to be used once each; the newest first. */
const makeIds = () => {
  const ids: Array<number> = []
  return {
    /** Those of a batch, in an answer's `items`. */
    learn: (told: unknown): void => {
      for (const each of itemsIn(told)) ids.push(Number(textIn(each, "id")))
      ids.splice(0, ids.length - 100)
    },
    take: () => ids.pop(),
    first: () => ids[0]
  }
}

/** Values, money, works, land, tasks, recommendations, registers, evidence and dossiers; in communes of the pilot's province. */
export const factRecipes = (known: {
  readonly communes: ReadonlyArray<string>
  readonly works: ReadonlyArray<string>
  readonly tasks: ReadonlyArray<string>
  readonly recommendations: ReadonlyArray<string>
}): Recipes => {
  const commune = (nth: number): string => nthOf(known.communes, nth) ?? "11824"
  const [observations, gifts, items] = [makeIds(), makeIds(), makeIds()]
  const files: Array<string> = []
  /** Dossiers that are under way, by their units; `begun` once something was recorded of one. */
  const dossiers = new Map<string, { readonly id: number; begun: boolean }>()

  const openDossier: Recipe = (nth) => {
    const unit = commune(nth)
    if (dossiers.has(unit) || dossiers.size > 20) return "dossiers.record"
    return {
      body: rows({ ...rowOf("dossiers.open"), unit }),
      learn: (told) => dossiers.set(unit, { id: Number(textIn(itemsIn(told)[0], "id")), begun: false })
    }
  }
  /** Begun the first time, given up the second: so that another can be opened of the unit. */
  const recordDossier = (): Asked | string => {
    const [unit, dossier] = [...dossiers][0] ?? []
    if (unit === undefined || dossier === undefined) return "dossiers.open"
    const day = "2025-09-02"
    if (dossier.begun)
      return {
        body: rows({ dossier: dossier.id, day, body: { _tag: "closed", reason: "xã xin rút" } }),
        learn: () => dossiers.delete(unit)
      }
    return {
      body: rows({
        dossier: dossier.id,
        day,
        body: { _tag: "step", step: "selfAssessment", event: "begun", by: null }
      }),
      learn: () => {
        dossier.begun = true
      }
    }
  }

  return {
    "observations.record": (nth) => ({
      body: rows({ ...rowOf("observations.record"), unit: commune(nth), day: dayAfter("2025-07-01", nth) }),
      learn: observations.learn
    }),
    "observations.move": () => {
      const observation = observations.take()
      if (observation === undefined) return "observations.record"
      return { body: rows({ observation, to: "verified", reason: "thẩm tra thay sở" }) }
    },
    "funding.record": (nth) => ({
      body: rows({ ...rowOf("funding.record"), unit: commune(nth), amount: 1_000_000 + nth })
    }),
    "works.approve": (nth) => {
      const code = `KM-${nth}`
      const batch = { ...Object(givenBodies["works.approve"]).batch, id: `dot-${nth}`, name: `Danh mục ${nth}` }
      return { body: { batch, rows: [{ ...rowOf("works.approve"), code, unit: commune(nth) }] } }
    },
    "works.report": (nth) => ({
      body: rows({
        work: Number(nthOf(known.works, nth)),
        day: "2025-09-01",
        body: { _tag: "problem", category: "weather", text: `mưa lớn, lần ${nth}` }
      })
    }),
    "works.giveLand": (nth) => ({
      body: rows({ ...rowOf("works.giveLand"), unit: commune(nth), household: `Hộ ${nth}` }),
      learn: gifts.learn
    }),
    "works.followLand": () => {
      const gift = gifts.take()
      return gift === undefined
        ? "works.giveLand"
        : { body: rows({ gift, day: "2025-09-02", event: { _tag: "cleared" } }) }
    },
    "assignments.record": (nth) => ({
      body: rows({
        ...rowOf("assignments.record"),
        task: nthOf(known.tasks, nth),
        day: "2026-01-15",
        body: { _tag: "note", text: `lần ${nth}` }
      })
    }),
    "recommendations.record": (nth) => ({
      body: rows({
        ...rowOf("recommendations.record"),
        recommendation: nthOf(known.recommendations, nth),
        day: "2026-01-15",
        body: { _tag: "measure", task: null, text: `việc thứ ${nth}` }
      })
    }),
    "inventory.record": (nth) => ({
      body: rows({ ...rowOf("inventory.record"), unit: commune(nth), name: `Nước mắm ${nth}` }),
      learn: items.learn
    }),
    "inventory.follow": () => {
      const item = items.take()
      if (item === undefined) return "inventory.record"
      return { body: rows({ item, day: "2025-09-02", body: { _tag: "ended", reason: "thôi sản xuất" } }) }
    },
    "evidence.keep": (nth) => ({
      query: { name: `bien-ban-${nth}.pdf` },
      file: new TextEncoder().encode(`%PDF-1.4\n% ${nth}\n%%EOF\n`),
      learn: (told) => {
        files.push(textIn(told, "sha256"))
        files.splice(0, files.length - 100)
      }
    }),
    "evidence.file": (nth) => {
      const sha256 = nthOf(files, nth)
      return sha256 === undefined ? "evidence.keep" : { params: { sha256 } }
    },
    "dossiers.open": openDossier,
    "dossiers.record": recordDossier
  }
}
