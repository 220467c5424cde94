import { dayNumber } from "@ntm/domain/values"
import type { Draw } from "./draw.ts"
import { type BegunWork, type BuiltWork, type Reached, worthOn } from "./works-course.ts"
import type { BatchPlan } from "./works-file.ts"

const weightOn = (work: BegunWork, day: number): number => work.cost * worthOn(work, day)

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, value) => total + value, 0)

/** Numbers in proportion to others, drawn a little off, whose mean is 1. */
const spread = (
  parts: ReadonlyArray<number>,
  names: ReadonlyArray<string>,
  width: number,
  draw: (name: string) => number
): ReadonlyArray<number> => {
  const drawn = parts.map((part, at) => part * (1 + width * (draw(names[at] ?? "") - 0.5)))
  const mean = sum(drawn) / drawn.length
  return drawn.map((one) => one / mean)
}

/** The number between 0 and `most` for which a rising function gives what is wanted, as near as doubles go. */
const solve = (wanted: number, most: number, of: (x: number) => number): number => {
  let [low, high] = [0, most]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (of(middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Works go at most so many times as fast as their own pace. */
const FASTEST = 6

/** A work in the making: shares reached so far. */
interface Going {
  readonly work: BegunWork
  readonly reached: Array<Reached>
}

const lastOf = ({ reached, work: { begun } }: Going): Reached => reached.at(-1) ?? { day: begun - 1, share: 0 }

/** The share reached on a day at a pace from where the work stands. */
const atPace = (going: Going, day: number, pace: number): number => {
  const { share, day: since } = lastOf(going)
  return Math.min(1, share + (pace * Math.max(0, day - since)) / going.work.takes)
}

/** Goes on to a day at a pace; what is finished on the way is finished when it is. */
const goOn = (going: Going, day: number, pace: number): void => {
  const { share, day: since } = lastOf(going)
  if (share >= 1 || day <= since) return
  const finish = since + Math.ceil(((1 - share) * going.work.takes) / pace)
  if (finish <= day) going.reached.push({ day: finish, share: 1 })
  else going.reached.push({ day, share: atPace(going, day, pace) })
}

/** Brings the communes' mean to what is wanted on a day: each at a pace of its own. */
const reachMean = (
  communes: ReadonlyArray<ReadonlyArray<Going>>,
  day: number,
  mean: number,
  draw: Draw,
  wrong: (vi: string, en: string) => void
): void => {
  const shareOf = (commune: ReadonlyArray<Going>, share: (going: Going) => number): number =>
    sum(commune.map((going) => weightOn(going.work, day) * share(going))) /
    sum(commune.map(({ work }) => weightOn(work, day)))
  const stands = communes.map((commune) => shareOf(commune, (going) => lastOf(going).share))
  const grows = mean / 100 - sum(stands) / stands.length
  const names = communes.map((commune) => `${commune[0]?.work.code} ${day}`)
  // What each would reach at its own pace: who began late has little to show.
  const own = communes.map((commune, at) => shareOf(commune, (going) => atPace(going, day, 1)) - (stands[at] ?? 0))
  const parts = spread(own, names, 0.3, (name) => draw("mean", name))
  for (const [at, commune] of communes.entries()) {
    const wanted = (stands[at] ?? 0) + grows * (parts[at] ?? 1)
    const share = (pace: number) => shareOf(commune, (going) => atPace(going, day, pace))
    const pace = solve(wanted, FASTEST, share)
    if (grows <= 0 || Math.abs(share(pace) - wanted) > 1e-6)
      wrong(
        `khối lượng bình quân ${mean} % không đạt được: ${names[at]}`,
        `a mean of ${mean} % cannot be reached: ${names[at]}`
      )
    for (const going of commune) goOn(going, day, pace)
  }
}

/** Finishes so many works by a day and leaves the others undone, so that the communes' mean is what is wanted. */
const finishSome = (
  communes: ReadonlyArray<ReadonlyArray<Going>>,
  day: number,
  mean: number,
  count: number,
  draw: Draw
): void => {
  const all = communes.flat()
  const undone = new Set(
    all
      .filter(({ work }) => !work.isLocal)
      .toSorted((a, b) => {
        const natural = ({ work: { begun, code, takes } }: Going) => begun + takes + 60 * draw("undone", code)
        return natural(a) - natural(b)
      })
      .slice(count)
  )
  const lack = (going: Going): number => (undone.has(going) ? 0.12 + 0.36 * draw("lack", going.work.code) : 0)
  const lacking = communes.map(
    (commune) =>
      sum(commune.map((going) => weightOn(going.work, day) * lack(going))) /
      sum(commune.map(({ work }) => weightOn(work, day)))
  )
  const factor = (1 - mean / 100) / (sum(lacking) / communes.length)
  for (const going of all) {
    const { begun, code, takes } = going.work
    if (undone.has(going)) going.reached.push({ day, share: 1 - Math.min(0.95, lack(going) * factor) })
    else {
      const last = day - 4 - Math.floor(35 * draw("finish", code))
      going.reached.push({ day: Math.max(begun + 20, Math.min(begun + takes, last)), share: 1 })
    }
  }
}

/** Finishes all before a day. */
const finishAll = (all: ReadonlyArray<Going>, day: number, draw: Draw): void => {
  for (const going of all) {
    const { share, day: since } = lastOf(going)
    if (share < 1)
      going.reached.push({
        day: since + 5 + Math.floor((day - since - 7) * draw("last", going.work.code)),
        share: 1
      })
  }
}

/** The rest of the construction, after the last published day: some communes go slowly. */
const finishLater = (commune: ReadonlyArray<Going>, draw: Draw): void => {
  const [first] = commune
  if (first === undefined) return
  const { wholeUntil } = first.work.commune
  const usual = first.work.batch.stretch
  const pace = usual * (Number.isFinite(wholeUntil) ? 3 : 0.9 + 0.35 * draw("later", first.work.code))
  for (const going of commune) {
    const own = draw("slow", going.work.code) < 0.05 && !Number.isFinite(wholeUntil) ? 0.55 : 1
    goOn(going, Number.MAX_SAFE_INTEGER, pace * own)
  }
}

/**
 * How all works of a batch are built, so that the communes' mean progress is what the file says, on every day that it names.
 *
 * **Details** Between two days each commune goes at one pace; a work's share never goes back.
 */
export const builtWorks = (
  { id, progress }: BatchPlan,
  works: ReadonlyArray<BegunWork>,
  count: (progress: BatchPlan["progress"][number]) => number | null,
  draw: Draw,
  wrong: (path: string, vi: string, en: string) => void
): ReadonlyArray<BuiltWork> => {
  const all = works.map((work): Going => ({ work, reached: [] }))
  const byCommune = Map.groupBy(all, ({ work }) => work.commune.unit.id)
  for (const [at, stage] of progress.entries()) {
    const { day, districts, mean } = stage
    const codes = new Set<string>(districts)
    const communes = [...byCommune.values()].filter(([first]) => codes.has(first?.work.commune.district.code ?? ""))
    const finished = count(stage)
    const drawn: Draw = (...names) => draw(id, at, ...names)
    if (finished !== null) finishSome(communes, dayNumber(day), mean, finished, drawn)
    else if (mean === 100) finishAll(communes.flat(), dayNumber(day), drawn)
    else reachMean(communes, dayNumber(day), mean, drawn, (vi, en) => wrong(`progress[${at}]`, vi, en))
  }
  for (const commune of byCommune.values()) finishLater(commune, draw)
  return all.map(({ reached, work }) => ({ ...work, reached }))
}
