import { width } from "../parts/text.ts"

/**
 * What is built and what should be, as one bar of `cells` cells: █ built, ▒ planned and not built, ░ not due yet.
 *
 * **Details** In halves of a cell. Built ahead of the plan is all █. A share above 0 is never empty, one below 100 never full.
 */
export const builtBar = (done: number, planned: number, cells: number): string => {
  const halves = (percent: number): number => {
    const exact = Math.round((Math.max(0, Math.min(100, percent)) / 100) * cells * 2)
    if (percent > 0 && exact === 0) return 1
    return percent < 100 && exact === cells * 2 ? cells * 2 - 1 : exact
  }
  const built = halves(done)
  const due = Math.max(built, halves(planned))
  const solid = "█".repeat(Math.floor(built / 2)) + (built % 2 === 1 ? "▌" : "")
  const open = "▒".repeat(Math.max(0, Math.ceil(due / 2) - width(solid)))
  return solid + open + "░".repeat(cells - width(solid + open))
}
