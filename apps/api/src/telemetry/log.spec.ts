import { Effect, Logger } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { loggerOf, type LogLevelName, makeLog } from "./log.ts"

const logging = (json: boolean, level: LogLevelName = "debug", secrets: ReadonlyArray<string> = []) => {
  const lines: Array<readonly [LogLevelName, string]> = []
  const options = {
    json: () => json,
    level,
    secrets,
    write: (at: LogLevelName, line: string) => void lines.push([at, line])
  }
  return { lines, log: makeLog(options), options }
}

describe("the log", () => {
  it("writes an entry as one JSON line with its moment, level, sentence and fields; what is null is left out", () => {
    const { lines, log } = logging(true)
    log.warn("Chậm · Slow", { status: 503, person: null, path: "/api/v1/units" })
    const [[level, line] = ["debug", ""]] = lines
    expect(level).toBe("warn")
    expect(JSON.parse(line)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: "warn",
      message: "Chậm · Slow",
      status: 503,
      path: "/api/v1/units"
    })
  })

  it("is read by people on a terminal", () => {
    const { lines, log } = logging(false)
    log.info("Yêu cầu", { method: "GET", path: "/a b", ms: 1.5 })
    expect(lines[0]?.[1]).toMatch(/^\d\d:\d\d:\d\d info {2}Yêu cầu method=GET path="\/a b" ms=1\.5$/)
  })

  it("writes nothing below its level", () => {
    const { lines, log } = logging(true, "warn")
    log.debug("a")
    log.info("b")
    log.warn("c")
    log.error("d")
    expect(lines.map(([level]) => level)).toEqual(["warn", "error"])
  })

  it("never writes a secret, nor who enters a server by which password", () => {
    for (const json of [true, false]) {
      const { lines, log } = logging(json, "debug", ["geheim-1234", "s"])
      log.error("lost postgres://ntm:xyz@db:5432/ntm, smtp://a:b@mail", { cookie: "is geheim-1234" })
      expect(lines[0]?.[1]).not.toMatch(/xyz|a:b|geheim/)
      expect(lines[0]?.[1]).toContain("postgres://•••@db:5432/ntm")
    }
  })

  it("takes whatever somebody sent without letting it begin a line or steer a terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (message, path) => {
        for (const json of [true, false]) {
          const { lines, log } = logging(json)
          log.error(message, { path })
          const [[, line] = ["", "?"]] = lines
          expect(lines).toHaveLength(1)
          // oxlint-disable-next-line no-control-regex
          expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]|\n(?! {4})/)
          if (json) expect(line).not.toContain("\n")
        }
      }),
      { numRuns: 60 }
    )
  })

  it("is the way of what effects say, too", () => {
    const { lines, options } = logging(true)
    Effect.runSync(
      Effect.logError("hỏng", new Error("vì sao")).pipe(
        Effect.annotateLogs({ id: 7 }),
        Effect.provide(Logger.layer([loggerOf(options)]))
      )
    )
    expect(JSON.parse(lines[0]?.[1] ?? "")).toMatchObject({ level: "error", message: "hỏng vì sao", id: 7 })
  })
})
