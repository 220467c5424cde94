import type { Bench } from "tinybench"

/** A row of measured medians: milliseconds, ratio to the first row, and throughput where a count is given. */
export const printRow = (name: string, milliseconds: number, base: number, throughput: string): void =>
  console.log(
    `  ${name.padEnd(48)}${milliseconds.toFixed(1).padStart(10)} ms${(milliseconds / base).toFixed(2).padStart(9)} x${throughput}`
  )

/** Prints every task of a bench by its median, as a ratio to the first. */
export const printRatios = (bench: Bench, { count, noun }: { readonly count: number; readonly noun: string }): void => {
  let base: number | null = null
  for (const task of bench.tasks) {
    const result = task.result
    if (result === undefined || !("latency" in result)) throw new Error(`${task.name} was not measured`)
    const milliseconds = result.latency.p50
    base ??= milliseconds
    printRow(
      task.name,
      milliseconds,
      base,
      `${Math.round((count / milliseconds) * 1000)
        .toLocaleString("en")
        .padStart(14)} ${noun}/s`
    )
  }
}

/** Median of a few measurements. */
export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Ends the run where a ratio is over its limit. */
export const refuseAbove = (subject: string, ratio: number, limit: number): void => {
  if (ratio > limit) throw new Error(`${subject} takes ${ratio.toFixed(2)} times its limit's time, more than ${limit}`)
}
