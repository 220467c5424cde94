import { type InputCatalogue, type Recognition } from "@ntm/domain/criteria"
import { type FundingTable, WorkId } from "@ntm/domain/funding"
import { type Chronicle, unitByCode, type UnitId } from "@ntm/domain/units"
import { dayNumber, Dong } from "@ntm/domain/values"
import type { Work } from "@ntm/domain/works"
import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"
import { type Draw, drawFrom } from "./draw.ts"
import { accountOf, paidIn } from "./works-account.ts"
import { type BatchCommune, communesOf } from "./works-communes.ts"
import { begunWork, type BuiltWork } from "./works-course.ts"
import { type BatchPlan, WorksFile } from "./works-file.ts"
import { landOf } from "./works-land.ts"
import { worksOf } from "./works-list.ts"
import { allocated, entriesOf, type PaidWork } from "./works-money.ts"
import { milestonesOf } from "./works-plan.ts"
import { builtWorks } from "./works-progress.ts"
import { checkPublished } from "./works-published.ts"
import { reportsOf } from "./works-reports.ts"
import { noWorks, type PilotWorks } from "./works-told.ts"

const FILE = "pilot/works.json"

const decodeFile = decoder(WorksFile)
const decodeFigures = decoder(Schema.Array(Schema.Struct({ id: Schema.String, value: Schema.Unknown })))

/** What the works have to agree with. */
export interface WorksGround {
  readonly chronicle: Chronicle
  readonly recognitions: ReadonlyArray<Recognition>
  readonly inputs: InputCatalogue
  readonly fundingTables: ReadonlyArray<FundingTable>
}

type Wrong = (path: string, vi: string, en: string) => void

/** Figures of documents by their ids; one that is no number is reported once asked for. */
const figuresIn = (files: DataFiles, wrong: Wrong) => {
  const known = new Map<string, ReadonlyMap<string, unknown>>()
  return (document: string, figure: string): number | undefined => {
    const file = `documents/${document}/figures.json`
    const read = () => decodeFigures(files.has(file) ? readJson(files, file, () => undefined) : [], () => undefined)
    const figures = known.get(document) ?? new Map(read()?.map(({ id, value }) => [id, value]))
    known.set(document, figures)
    const value = figures.get(figure)
    if (typeof value === "number") return value
    wrong("figures", `${file} không có số “${figure}”`, `${file} has no number “${figure}”`)
    return undefined
  }
}

interface Drawn {
  readonly batch: BatchPlan
  readonly communes: ReadonlyArray<BatchCommune>
  readonly works: ReadonlyArray<BuiltWork>
}

const drawBatch = (
  file: WorksFile,
  batch: BatchPlan,
  { chronicle, recognitions }: WorksGround,
  taken: ReadonlySet<UnitId>,
  count: (figure: string, document?: string) => number,
  draw: Draw,
  wrong: Wrong
): Drawn | undefined => {
  const communes = communesOf(chronicle, recognitions, batch, taken, draw, wrong)
  if (communes === undefined) return undefined
  const begun = worksOf(file, batch, communes, count, draw).map((work) => begunWork(work, draw))
  const finished = ({ finished }: BatchPlan["progress"][number]) =>
    finished === undefined ? null : count(finished.figure, finished.document)
  return { batch, communes, works: builtWorks(batch, begun, finished, draw, wrong) }
}

/** What each district was given in the year, as the printed table says. */
const givenTo = ({ money }: WorksFile, { chronicle, fundingTables }: WorksGround, plan: BatchPlan, wrong: Wrong) => {
  const table = fundingTables.find((one) => one.table === money.table)
  const column = table?.sources.findIndex(({ key }) => key === money.column) ?? -1
  return (code: string): number => {
    const district = plan.districts.find((one) => one.code === code)
    const unit = district === undefined ? undefined : unitByCode(chronicle.register, district.code, plan.approvedOn)
    const row = table?.rows.find((one) => one.unit === `${unit?.type} ${unit?.name}`)
    const amount = row?.amounts[column]
    if (typeof amount === "number") return amount
    wrong("money", `${money.table} không có dòng của huyện ${code}`, `${money.table} has no row of district ${code}`)
    return 0
  }
}

/** The works with their money: scaled so that of what each district was given so much was paid. */
const paidWorks = (
  file: WorksFile,
  works: ReadonlyArray<BuiltWork>,
  given: (district: string) => number,
  draw: Draw
): ReadonlyArray<PaidWork> => {
  const { money, until } = file
  const last = dayNumber(until)
  const told = [...new Set(file.batches.flatMap(({ progress }) => progress.map(({ day }) => dayNumber(day))))]
  const accounts = (work: BuiltWork, cost: number) => accountOf(work, cost, told, last, draw)
  const scales = new Map<string, number>()
  for (const [district, own] of Map.groupBy(works, ({ commune }) => commune.district.code)) {
    const before = own.reduce(
      (sum, work) => (work.isLocal ? sum : sum + paidIn(accounts(work, work.cost * 1e9), money.year)),
      0
    )
    scales.set(district, before === 0 ? 1 : (given(district) * money.disbursed) / before)
  }
  return works.map((work, at) => {
    const scale = scales.get(work.commune.district.code) ?? 1
    return { work, account: accounts(work, work.cost * 1e9 * scale), id: at + 1 }
  })
}

/** What each work was given in the year. */
const givenWorks = (
  works: ReadonlyArray<PaidWork>,
  year: number,
  share: number,
  given: (district: string) => number
): ReadonlyMap<number, number> => {
  const all = new Map<number, number>()
  for (const own of Map.groupBy(works, ({ work }) => `${work.commune.district.code} ${work.isLocal}`).values()) {
    const paid = new Map(own.map(({ account, id }) => [id, paidIn(account, year)]))
    const [first] = own
    const sum = [...paid.values()].reduce((total, amount) => total + amount, 0)
    if (first === undefined || sum === 0) continue
    const total = first.work.isLocal ? Math.ceil(sum / share / 1e6) * 1e6 : given(first.work.commune.district.code)
    for (const [id, amount] of allocated(paid, total)) all.set(id, amount)
  }
  return all
}

const workOf = ({ account, id, work }: PaidWork): Work => {
  const { batch, code, commune, kind, name, plan, sector, size } = work
  const [first, ...others] = milestonesOf(plan)
  if (first === undefined) throw new Error(`${code} has no steps`)
  return {
    id: WorkId.make(id),
    unit: commune.unit.id,
    code,
    name,
    batch: batch.id,
    sector,
    investor: `Ban Quản lý dự án đầu tư xây dựng ${commune.district.type} ${commune.district.name}`,
    cost: Dong.make(account.cost),
    size: { amount: size, unit: kind.unit },
    milestones: [first, ...others],
    serves: kind.serves,
    document: batch.document,
    illustrative: true
  }
}

/**
 * The works of the pilot with everything told of them; none where the folder has no `pilot/works.json`.
 *
 * **Details** How many works there are of which sector, in how many communes, how far they were on which day, what land was given for
 * them and what districts were given: as published. Single works are drawn so that these come out, always the same, marked illustrative.
 * A published number that the domain's own tallies do not give is reported.
 */
export const readWorks = (files: DataFiles, ground: WorksGround, report: Report): PilotWorks => {
  if (!files.has(FILE)) return noWorks
  const wrong: Wrong = (path, vi, en) => report(FILE, { path }, vi, en)
  const json = readJson(files, FILE, report)
  const file = json === undefined ? undefined : decodeFile(json, (path, reason) => wrong(path, reason.vi, reason.en))
  const province = file && unitByCode(ground.chronicle.register, file.province, file.batches[0].approvedOn)
  if (file === undefined || province === undefined) return noWorks
  const unknown = Object.values(file.kinds)
    .flat()
    .flatMap(({ serves }) => serves.filter((input) => !ground.inputs.has(input)))
  for (const input of new Set(unknown))
    wrong("kinds", `không bộ tiêu chí nào hỏi “${input}”`, `no criteria set asks for “${input}”`)
  const figure = figuresIn(files, wrong)
  const count = (name: string, document: string = file.figures): number => figure(document, name) ?? 0
  const draw = drawFrom(file.seed)
  const taken = new Set<UnitId>()
  const drawn: Array<Drawn> = []
  for (const [at, batch] of file.batches.entries()) {
    const one = drawBatch(file, batch, ground, taken, count, draw, (path, vi, en) =>
      wrong(`batches[${at}].${path}`, vi, en)
    )
    if (one === undefined) return noWorks
    drawn.push(one)
    for (const { unit } of one.communes) taken.add(unit.id)
  }
  const [plan] = file.batches
  const given = givenTo(file, ground, plan, wrong)
  const paid = paidWorks(
    file,
    drawn.flatMap(({ works }) => works),
    given,
    draw
  )
  const until = dayNumber(file.until)
  const land = drawn.flatMap(({ batch, communes }) =>
    batch.land === undefined
      ? []
      : landOf(
          batch,
          batch.land,
          communes,
          paid.filter(({ work }) => work.batch === batch),
          count,
          until,
          draw
        )
  )
  const gifts = land.flatMap((one) => one.gifts)
  const first = givenWorks(paid, file.money.year, file.money.disbursed, given)
  const works: PilotWorks = {
    batches: drawn.map(({ batch: { approvedOn, document, due, id, name, year } }) => ({
      id,
      name,
      unit: province.id,
      year,
      document,
      approvedOn,
      due
    })),
    works: paid.map(workOf),
    reports: reportsOf(paid, until, draw),
    gifts,
    landEvents: land.flatMap(({ events }) => events),
    entries: [
      ...entriesOf(ground.chronicle, paid, first, file.money.year, until),
      ...land.flatMap(({ entries }) => entries)
    ]
  }
  checkPublished(works, ground.chronicle, file.published, figure, wrong)
  return works
}
