import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { makeProgress } from "./progress.ts"

describe("makeProgress", () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const started = () => {
    const lines: Array<string> = []
    return {
      lines,
      progress: makeProgress(
        (line) => lines.push(line),
        () => Date.now()
      )
    }
  }

  it("says each step with the time since the start", () => {
    const { lines, progress } = started()
    progress.step("Mở cơ sở dữ liệu")
    vi.advanceTimersByTime(1250)
    progress.step("Nạp dữ liệu")
    expect(lines).toEqual(["[  0,0 s] Mở cơ sở dữ liệu", "[  1,3 s] Nạp dữ liệu"])
  })

  it("is never silent for more than two seconds while a step goes on", () => {
    const { lines, progress } = started()
    progress.step("Nạp dữ liệu")
    vi.advanceTimersByTime(4500)
    expect(lines.slice(1)).toEqual(["[  2,0 s] vẫn tiếp tục: Nạp dữ liệu", "[  4,0 s] vẫn tiếp tục: Nạp dữ liệu"])
  })

  it("says nothing more once it has ended", () => {
    const { lines, progress } = started()
    progress.step("Nạp dữ liệu")
    progress.end()
    vi.advanceTimersByTime(10_000)
    expect(lines).toHaveLength(1)
  })
})
