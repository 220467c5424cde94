import type { AnswerOf, api, Endpoint, LeadFrom, LeadTo, Reads } from "@ntm/contract"
import type { About } from "@ntm/domain/people"
import { type Register, unitByCode, UnitCode, type UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"

/** A reading as it was asked and answered; of a list what its answer says besides the items. */
export interface ReadOf<Params, Query, Answer> {
  readonly params: Params
  readonly query: Query
  readonly answer: Answer
  readonly register: Register
}

/** What a change would be about, by what was read; null where the thing as it stands does not take it. */
export type Concern<Read> = (read: Read) => About | null

type At<Group, Key extends string> = Key extends `${infer Noun}.${infer Rest}`
  ? Noun extends keyof Group
    ? At<Group[Noun], Rest>
    : never
  : Key extends keyof Group
    ? Group[Key]
    : never

type ReadAt<Key extends string> =
  At<typeof api, Key> extends infer E
    ? E extends Endpoint<infer Params extends Reads, infer Query extends Reads, infer _Answer>
      ? ReadOf<Params["Type"], Query["Type"], Omit<AnswerOf<E>, "items" | "total">>
      : never
    : never

/** A row for each change that a reading leads to: one that is missing does not compile. */
type Concerns = { readonly [From in LeadFrom]: { readonly [To in LeadTo<From>]: Concern<ReadAt<From>> } }

const isCode = Schema.is(UnitCode)
const isDay = Schema.is(Day)

/** What is not about any unit in particular. */
const anywhere = (): About => ({})

/** A unit by the code that a question names, on the day that it is asked about; nobody in particular where it names none. */
const named = (register: Register, code: unknown, asOf: string): About => {
  if (!isCode(code) || !isDay(asOf)) return {}
  const unit = unitByCode(register, code, asOf)
  return unit === undefined ? {} : { units: [unit.id] }
}

const inUnit = ({
  answer: { asOf },
  query: { unit },
  register
}: ReadOf<unknown, { readonly unit?: string | undefined }, { readonly asOf: string }>): About =>
  named(register, unit, asOf)

const ofUnits = (units: ReadonlyArray<UnitId | undefined>): About => ({
  units: units.flatMap((unit) => (unit === undefined ? [] : [unit]))
})

const concerns: Concerns = {
  "dossiers.list": { "dossiers.open": inUnit },
  "dossiers.one": {
    "dossiers.record": ({ answer: { standing } }) =>
      standing.next.length === 0 ? null : ofUnits([standing.unit?.id ?? standing.dossier.unit])
  },
  "dossiers.check": {
    "dossiers.open": (read) => {
      const { allowed, reasons } = read.answer.check
      return allowed || reasons.every(({ overridable }) => overridable) ? inUnit(read) : null
    }
  },
  "dossiers.procedures": { "dossiers.loadProcedures": anywhere },
  "assignments.tasks": { "assignments.record": anywhere },
  "assignments.task": { "assignments.record": ({ answer: { next } }) => (next.length === 0 ? null : {}) },
  "recommendations.list": { "recommendations.record": anywhere },
  "recommendations.one": { "recommendations.record": ({ answer: { next } }) => (next.length === 0 ? null : {}) },
  "works.list": { "works.approve": inUnit, "works.report": inUnit, "works.giveLand": inUnit },
  "works.one": {
    "works.report": ({ answer: { standing } }) => ofUnits([standing.unit?.id]),
    "funding.record": ({ answer: { standing } }) => ofUnits([standing.unit?.id])
  },
  "works.land": { "works.giveLand": inUnit, "works.followLand": inUnit },
  "inventory.list": { "inventory.record": inUnit, "inventory.follow": inUnit },
  "observations.ofUnit": {
    "observations.record": ({ answer: { unit } }) => ofUnits([unit.id]),
    "observations.move": ({ answer: { unit } }) => ofUnits([unit.id]),
    "evidence.keep": anywhere
  },
  "observations.history": {
    "observations.record": ({ answer: { unit }, query: { input } }) => ({
      ...ofUnits([unit.id]),
      ...(input === undefined ? {} : { inputs: [input] })
    }),
    "observations.move": ({ answer: { unit }, query: { input } }) => ({
      ...ofUnits([unit.id]),
      ...(input === undefined ? {} : { inputs: [input] })
    }),
    "evidence.keep": anywhere
  },
  "observations.ofInput": {
    "observations.record": ({ answer: { input } }) => ({ inputs: [input.key] }),
    "observations.move": ({ answer: { input } }) => ({ inputs: [input.key] })
  },
  "funding.pivot": { "funding.record": inUnit },
  "funding.entries": { "funding.record": inUnit },
  "reorganisations.list": { "reorganisations.preview": anywhere, "reorganisations.apply": anywhere },
  "reorganisations.get": { "reorganisations.undo": ({ answer: { undoneAt } }) => (undoneAt === null ? {} : null) },
  "boundaries.list": { "boundaries.check": anywhere, "boundaries.record": anywhere },
  "criteria.list": { "criteria.load": anywhere },
  "criteria.get": { "criteria.load": anywhere },
  "people.list": { "people.invite": anywhere },
  "keys.list": { "keys.create": anywhere },
  "webhooks.list": { "webhooks.create": anywhere }
}

/** What is not typed any more once readings of all kinds stand in one map: each is asked with what its own reading answers. */
type Untyped = Concern<ReadOf<unknown, unknown, unknown>>

/** Every change that a reading leads to, by the names of both in `api`. */
export const concernsOf: ReadonlyMap<string, ReadonlyMap<string, Untyped>> = new Map(
  Object.entries(concerns).map(([from, each]) => [from, new Map<string, Untyped>(Object.entries(each as never))])
)
