import { ApiProblem } from "@ntm/contract"
import { type Bilingual, parseDay, parseMoney, parseVietnameseNumber } from "@ntm/domain/values"

/** What was typed into the fields of a form, by their names; a field that is not there is blank. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong, by field; what concerns no field stands under "". */
export type Wrong = ReadonlyMap<string, ReadonlyArray<Bilingual>>

/** What a form comes to: a row to be sent, or what has to be corrected first. */
export type Read = { readonly row: object } | { readonly wrong: Wrong }

const needed: Bilingual = { vi: "Phải ghi ô này", en: "This has to be filled in" }
const notWhole: Bilingual = { vi: "Phải là số nguyên, từ 0 trở lên", en: "A whole number of 0 or more is needed" }
const noArea: Bilingual = {
  vi: "Phải có diện tích đất ở hoặc đất nông nghiệp",
  en: "An area of residential or agricultural land is needed"
}
const negative: Bilingual = { vi: "Không được âm", en: "It cannot be negative" }

/** Reads the fields of a form one by one, and gathers what is wrong with them. */
export const reader = (typed: Typed) => {
  const wrong = new Map<string, ReadonlyArray<Bilingual>>()
  const text = (field: string) => (typed[field] ?? "").normalize("NFC").trim()
  const refuse = (field: string, sentence: Bilingual) => {
    wrong.set(field, [sentence])
    return null
  }
  const number = (field: string) => {
    const read = parseVietnameseNumber(text(field))
    if (read._tag === "Failure") return refuse(field, read.failure.sentence)
    return read.success.value < 0 ? refuse(field, negative) : read.success.value
  }
  const count = (field: string) => {
    const read = number(field)
    return read === null || Number.isInteger(read) ? read : refuse(field, notWhole)
  }
  const blank = (field: string) => text(field) === ""
  return {
    wrong,
    refuse,
    /** 0 or more; nothing where the field is blank. */
    optionalNumber: (field: string) => (blank(field) ? null : number(field)),
    /** Whole, 0 or more. */
    count: (field: string) => (blank(field) ? refuse(field, needed) : count(field)),
    optionalCount: (field: string) => (blank(field) ? null : count(field)),
    optional: (field: string) => (text(field) === "" ? null : text(field)),
    required: (field: string) => (text(field) === "" ? refuse(field, needed) : text(field)),
    day: (field: string) => {
      if (text(field) === "") return refuse(field, needed)
      const day = parseDay(text(field))
      return day._tag === "Success" ? day.success : refuse(field, day.failure.sentence)
    },
    /** With its unit: an amount without one is refused, for nobody can tell tỷ from triệu. */
    money: (field: string) => {
      if (text(field) === "") return refuse(field, needed)
      const money = parseMoney(text(field))
      return money._tag === "Success" ? money.success.amount : refuse(field, money.failure.sentence)
    }
  }
}

export const reportKinds = ["step", "volume", "accepted", "change", "problem", "solved", "withdrawn"] as const
export type ReportKind = (typeof reportKinds)[number]

export const contractChanges = ["time", "value", "scope"] as const

/** What a contract says now: what a change keeps beside what it becomes. */
export interface ContractNow {
  /** The last day of a step. */
  readonly dueOf: (step: string) => string | null
  readonly value: number
  readonly scope: string | null
}

const changeOf = (read: ReturnType<typeof reader>, now: ContractNow): object => {
  switch (read.optional("change")) {
    case "value":
      return { _tag: "value", before: now.value, after: read.money("after") }
    case "scope":
      return { _tag: "scope", before: now.scope ?? read.required("before"), after: read.required("after") }
    default: {
      const step = read.required("step")
      return { _tag: "time", step, before: now.dueOf(step ?? ""), after: read.day("after") }
    }
  }
}

const nothingKnown: ContractNow = { dueOf: () => null, value: 0, scope: null }

/** A report on a work as it is sent, out of what was typed; a change of the contract keeps what it was (`now`). */
export const readReport = (
  work: number,
  kind: ReportKind,
  typed: Typed,
  evidence: ReadonlyArray<object>,
  now: ContractNow = nothingKnown
): Read => {
  const read = reader(typed)
  const body = () => {
    switch (kind) {
      case "step":
        return { _tag: kind, step: read.required("step"), event: read.required("event"), by: read.optional("by") }
      case "volume":
        return { _tag: kind, done: read.money("amount") }
      case "accepted":
        return { _tag: kind, amount: read.money("amount") }
      case "problem":
        return { _tag: kind, category: read.required("category"), text: read.required("text") }
      case "change":
        return { _tag: kind, change: changeOf(read, now), reason: read.required("reason") }
      case "solved":
        return { _tag: kind, problem: Number(read.required("problem")), text: read.optional("text") }
      case "withdrawn":
        return { _tag: kind, report: Number(read.required("report")), reason: read.required("reason") }
    }
  }
  const row = {
    work,
    day: read.day("day"),
    body: body(),
    document: read.optional("document"),
    evidence,
    note: read.optional("note"),
    illustrative: false
  }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

/** Land that a household gives for a work as it is sent; areas in m². `unit`: the code that the commune carries on the day. */
export const readLandGift = (work: number, unit: string, typed: Typed): Read => {
  const read = reader(typed)
  const row = {
    unit,
    work,
    household: read.required("household"),
    residential: read.optionalNumber("residential") ?? 0,
    agricultural: read.optionalNumber("agricultural") ?? 0,
    structures: read.optionalCount("structures") ?? 0,
    eligible: read.optionalCount("eligible") ?? 0,
    parcels: read.optionalCount("parcels") ?? 0,
    day: read.day("day"),
    document: read.optional("document"),
    illustrative: false
  }
  if (row.residential + row.agricultural === 0 && !read.wrong.has("residential") && !read.wrong.has("agricultural"))
    read.refuse("residential", noArea)
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

export const landEvents = ["cleared", "updated", "paid", "withdrawn"] as const
export type LandEventKind = (typeof landEvents)[number]

/** What became of a gift of land as it is sent. */
export const readLandEvent = (kind: LandEventKind, typed: Typed): Read => {
  const read = reader(typed)
  const event = () => {
    switch (kind) {
      case "cleared":
        return { _tag: kind }
      case "updated":
        return { _tag: kind, parcels: read.count("parcels") }
      case "paid":
        return { _tag: kind, amount: read.money("amount") }
      case "withdrawn":
        return { _tag: kind, reason: read.required("reason") }
    }
  }
  const row = { gift: Number(read.required("gift")), day: read.day("day"), event: event() }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

/** A payment for a work as it is sent: money of its commune, paid. `unit`: the code that the commune carries on the day. */
export const readPayment = (work: number, unit: string, typed: Typed): Read => {
  const read = reader(typed)
  const row = {
    unit,
    tier: "commune",
    source: read.required("source"),
    year: Number(read.required("year")),
    stage: "disbursed",
    amount: read.money("amount"),
    day: read.day("day"),
    work,
    document: read.optional("document")
  }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

/** The field that a report is about before all others: what is wrong with its body as a whole is told there. */
export const mainField: Readonly<Record<ReportKind, string>> = {
  step: "step",
  volume: "amount",
  accepted: "amount",
  change: "after",
  problem: "text",
  solved: "problem",
  withdrawn: "report"
}

/**
 * What the server refused, at the fields that it is about.
 *
 * **Details** `renamed`: places of a row that are told at a field of another name; "rows[0].body.done" is a place "done",
 * "rows[0].body.results[2].asked" a field "asked-2".
 */
export const refusedFields = (
  failure: unknown,
  fields: ReadonlyArray<string>,
  renamed: Readonly<Record<string, string>> = {}
): Wrong => {
  const problems = failure instanceof ApiProblem ? (failure.problem.errors ?? []) : []
  const told = problems.map(({ message, messageEn, path }) => {
    const last = path.split(".").findLast((part) => !/^rows\[\d+\]$/.test(part)) ?? ""
    const ofList = /\.\w+\[(\d+)\]\.\w+$/.exec(path)
    const named = ofList === null ? (renamed[last] ?? last) : `${last}-${ofList[1]}`
    return { field: fields.includes(named) ? named : "", sentence: { vi: message, en: messageEn ?? message } }
  })
  return new Map(
    [...Map.groupBy(told, ({ field }) => field)].map(([field, group]) => [field, group.map(({ sentence }) => sentence)])
  )
}
