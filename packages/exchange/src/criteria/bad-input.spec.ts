import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readTogether, sampleFile, withRule } from "./sample.ts"
import { checkCriteriaFiles } from "./check.ts"

const RULE = "0.json /criteria/0/indicators/0/rule"

const percent = (op: string, value: number) => withRule({ op, thresholds: { default: value } })
const both = (...rules: ReadonlyArray<object>) => withRule({ op: "all", rules })
const amended = (...amendments: ReadonlyArray<object>) => ({ ...sampleFile, amendments })
const decision = (number: string, from: string, ...changes: ReadonlyArray<object>) => ({
  number,
  date: from,
  from,
  changes
})
const versions = (...list: ReadonlyArray<object>) => ({
  ...sampleFile,
  criteria: [
    {
      no: 1,
      name: "Điện",
      indicators: [{ code: "1", name: "Có điện", measure: "attestation", rule: { op: "attested" }, versions: list }]
    }
  ]
})
const attested = { op: "attested" }

const refused: ReadonlyArray<readonly [why: string, file: unknown, place: string, reason: RegExp]> = [
  ["800 % is asked for", percent(">=", 800), RULE, /sai đơn vị: % không quá 100/],
  ["101 % is asked for", percent(">=", 101), RULE, /sai đơn vị/],
  [
    "950 is asked for of an input that only the line gives a unit",
    withRule({ op: ">=", metric: "roadShare", thresholds: { default: 950 } }, {}, "%"),
    RULE,
    /sai đơn vị: % không quá 100/
  ],
  ["80 % is written as 0.8", percent(">=", 0.8), RULE, /phải ghi theo %: 80/],
  ["less than nothing is asked for", percent("<=", -1), RULE, /âm/],
  ["more than all is asked for", percent(">", 100), RULE, /không bao giờ đạt/],
  [
    "đồng is written for million đồng",
    withRule({ op: ">=", thresholds: { default: 45_000_000 } }, {}, "triệu đồng/người/năm"),
    RULE,
    /sai đơn vị/
  ],
  [
    "the region is unknown",
    withRule({ op: ">=", thresholds: { DBHS: 80 } }),
    `${RULE}/thresholds/DBHS`,
    /không có vùng .*có phải “DBSH”/
  ],
  ["a group is named that the set does not have", withRule({ op: ">=", thresholds: { G1: 80 } }), RULE, /“G1”/],
  ["the region of a sub-rule is unknown", withRule({ op: ">=", onlyRegions: ["XX"] }), RULE, /không có vùng “XX”/],
  ["a number stands in quotes", withRule({ op: ">=", thresholds: { default: "80" } }), RULE, /phải là một số/],
  ["a key is mistyped", withRule({ op: ">=", treshold: { default: 80 } }), `${RULE}/treshold`, /không có khóa/],
  ["thresholds are mistyped", withRule({ op: ">=", threshold: { default: 8 } }), RULE, /có phải “thresholds”/],
  ["the operator is unknown", withRule({ op: "=>" }), `${RULE}/op`, /không hiểu “=>”/],
  ["there is no operator", withRule({ thresholds: { default: 1 } }), `${RULE}/op`, /thiếu phép so/],
  [
    "a condition is no expression",
    withRule({ op: ">=", when: [{ if: "a b", thresholds: { default: 1 } }] }),
    RULE,
    /phải viết như/
  ],
  ["a range is empty", withRule({ op: "between", thresholds: { min: 50, max: 50 } }), RULE, /không nhỏ hơn/],
  [
    "x is to be at least 80 and at most 70",
    both({ op: ">=", thresholds: { default: 80 } }, { op: "<=", thresholds: { default: 70 } }),
    RULE,
    /không bao giờ đạt/
  ],
  [
    "that is so in one region only",
    both({ op: ">=", thresholds: { TN: 80, default: 60 } }, { op: "<=", thresholds: { default: 70 } }),
    RULE,
    /không bao giờ đạt được \(vùng TN\)/
  ],
  ["three of two are asked for", withRule({ op: "atLeast", count: 3, of: ["a", "b"] }), RULE, /ít nhất 3 trong 2/],
  [
    "a code stands twice",
    { ...sampleFile, conditions: [{ code: "1.1", name: "Lặp" }] },
    "/criteria/0/indicators/0/code",
    /đã dùng ở/
  ],
  ["a set is named that does not exist", { ...sampleFile, requires: [{ set: "x" }] }, "0.json /requires/0/set", /“x”/],
  [
    "another set's line is followed that does not exist",
    withRule({ op: ">=", thresholds: { default: 1.1 }, relativeTo: { set: "y", code: "9" } }),
    RULE,
    /không có bộ tiêu chí “y”/
  ],
  [
    "the set rests on itself",
    withRule({ op: "=", metric: "tierHeld", ref: { set: "xa-mau" }, thresholds: { default: true } }),
    RULE,
    /dựa vòng tròn/
  ],
  [
    "two decisions of one day say different things",
    amended(
      decision("1/QĐ", "2023-01-01", { code: "1.2", thresholds: { default: 96 } }),
      decision("2/QĐ", "2023-01-01", { code: "1.2", thresholds: { default: 97 } })
    ),
    "0.json /amendments/1/changes/0",
    /cùng từ 2023-01-01 sửa 1\.2 khác nhau/
  ],
  [
    "a decision is older than the set",
    amended(decision("1/QĐ", "2020-12-31", { code: "1.2", thresholds: { default: 96 } })),
    "0.json /amendments/0/from",
    /trước khi bộ tiêu chí có hiệu lực/
  ],
  [
    "a decision changes what does not exist",
    amended(decision("1/QĐ", "2023-01-01", { code: "7.7", rule: attested })),
    "0.json /amendments/0/changes/0/code",
    /không có mã “7\.7”/
  ],
  [
    "a decision changes another number than there was",
    amended(decision("1/QĐ", "2023-01-01", { code: "1.2", from: { ">=": 90 }, to: { ">=": 80 } })),
    "0.json /amendments/0/changes/0/from",
    /trước đó ngưỡng không phải là 90/
  ],
  [
    "versions overlap",
    versions({ to: "2024-03-31", rule: attested }, { from: "2024-03-01", rule: attested }),
    "/versions/1/from",
    /chồng lên/
  ],
  [
    "versions leave a hole",
    versions({ to: "2024-02-29", rule: attested }, { from: "2024-04-01", rule: attested }),
    "/versions/1/from",
    /hở từ ngày 2024-03-01/
  ],
  ["versions end", versions({ to: "2024-02-29", rule: attested }), "/versions/0/to", /sau ngày 2024-02-29/],
  [
    "a day does not exist",
    { ...sampleFile, period: { from: "2021-02-30", to: "2025-12-31" } },
    "/period/from",
    /không phải là ngày/
  ],
  ["a number is beyond arithmetic", percent(">=", Number.POSITIVE_INFINITY), "thresholds/default", /quá lớn/],
  [
    "a key reaches into inheritance",
    JSON.parse('{"__proto__": {"id": "x"}}'),
    "0.json /__proto__",
    /không được đặt khóa/
  ],
  ["it is a list", [], "0.json ", /phải là một đối tượng/],
  ["a rule is a text", withRule("đạt"), RULE, /phải là một đối tượng/]
]

const nested = (depth: number): unknown => {
  let rule: unknown = { op: "attested" }
  for (let at = 0; at < depth; at++) rule = { op: "all", rules: [rule] }
  return withRule(rule)
}

describe("a file is refused where", () => {
  it.each(refused)("%s", (_, file, place, reason) => {
    const { problems, sets } = readTogether(file)
    expect(sets).toEqual([])
    expect(
      problems.some((problem) => problem.includes(place) && reason.test(problem)),
      problems.join("\n")
    ).toBe(true)
  })

  it("rules are nested without end, or lists are", () => {
    expect(readTogether(nested(10_000)).problems).toEqual([expect.stringMatching(/lồng quá 40 tầng/)])
    const long = withRule({ op: "any", of: Array.from({ length: 300_000 }, () => "x") })
    expect(readTogether(long).problems).toEqual([expect.stringMatching(/300000 phần tử/)])
  })

  it("sets require each other in a circle, wherever the circle begins", () => {
    const one = { ...sampleFile, id: "a", requires: [{ set: "b" }] }
    const other = { ...sampleFile, id: "b", requires: [{ set: "a" }] }
    expect(readTogether(one, other).problems).toEqual([
      "0.json /requires/0/set: các bộ tiêu chí dựa vòng tròn vào nhau: a → b → a",
      "1.json /requires/0/set: các bộ tiêu chí dựa vòng tròn vào nhau: b → a → b"
    ])
  })

  it("two files hold the same set", () => {
    expect(readTogether(sampleFile, sampleFile).problems).toEqual(["1.json /id: “xa-mau” đã có trong tệp 0.json"])
  })

  it("a province asks for less than the nation, with the line", () => {
    const local = {
      id: "hp-xa",
      derives: "xa-mau",
      province: "31",
      name: "Hải Phòng",
      number: "1848/QĐ-UBND",
      from: "2022-06-23",
      changes: [
        { code: "1.1", rule: { op: "attested" } },
        { code: "1.2", thresholds: { default: 98 } }
      ]
    }
    expect(readTogether(sampleFile, local).problems).toEqual([
      "1.json /changes/1: chỉ tiêu 1.2 lỏng hơn bộ quốc gia (vùng DBSH): quốc gia ≥ 99, địa phương ≥ 98"
    ])
    const [, strict] = readTogether(sampleFile, {
      ...local,
      changes: [{ code: "1.2", thresholds: { default: 99 } }]
    }).sets
    expect(strict).toMatchObject({ id: "hp-xa", derivesFrom: { set: "xa-mau", province: "31", from: "2022-06-23" } })
  })
})

describe("a file is remarked on where", () => {
  it.each([
    ["at least none is asked for", percent(">=", 0)],
    ["at most all is asked for", percent("<=", 100)],
    [
      "one of two always holds",
      withRule({
        op: "any",
        rules: [
          { op: ">=", thresholds: { default: 50 } },
          { op: "<=", thresholds: { default: 60 } }
        ]
      })
    ]
  ])("%s", (_, file) => {
    const { problems, sets, warnings } = readTogether(file)
    expect(problems).toEqual([])
    expect(sets).toHaveLength(1)
    expect(warnings).toEqual([expect.stringContaining("luôn luôn đạt")])
  })
})

describe("a rule of many alternatives", () => {
  const choice = {
    op: "any",
    rules: Array.from({ length: 300 }, (_, at) => ({
      op: "between",
      thresholds: { min: 1 + at / 10, max: 1 + (at + 1) / 10 }
    }))
  }

  it("is taken where only the last of them agrees with the rest, and refused where none does", () => {
    expect(readTogether(both(choice, { op: ">=", thresholds: { default: 30.95 } })).problems).toEqual([])
    expect(readTogether(both(choice, { op: ">=", thresholds: { default: 32 } })).problems).toEqual([
      expect.stringContaining("không bao giờ đạt")
    ])
  })
})

describe("files on disk", () => {
  it("are read from folders too, and told apart by name", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ntm-sets-"))
    await writeFile(join(folder, "a.json"), JSON.stringify(sampleFile))
    await writeFile(join(folder, "b.json"), "{")
    const { problems, sets } = await checkCriteriaFiles([folder])
    expect(sets.map(({ id }) => id)).toEqual(["xa-mau"])
    expect(problems).toMatchObject([{ file: join(folder, "b.json") }])
    expect((await checkCriteriaFiles([join(folder, "none.json")])).problems).toHaveLength(1)
  })
})

const hostile = fc.jsonValue({ maxDepth: 6 })

const someRule = fc.letrec<{ rule: unknown }>((tie) => ({
  rule: fc.oneof(
    { depthSize: "small" },
    hostile,
    fc.record(
      {
        op: fc.oneof(fc.constantFrom(">=", "<=", "=", "between", "attested", "countOf"), hostile),
        thresholds: fc.oneof(fc.dictionary(fc.constantFrom("default", "DBSH", "min", "max"), fc.double()), hostile),
        metric: fc.oneof(fc.string(), hostile),
        when: hostile,
        window: hostile,
        over: hostile,
        eachSex: fc.boolean()
      },
      { requiredKeys: ["op"] }
    ),
    fc.record({
      op: fc.constantFrom("all", "any", "atLeast"),
      rules: fc.array(tie("rule"), { maxLength: 3 }),
      count: fc.oneof(fc.integer(), hostile)
    })
  )
})).rule

describe("whatever a file holds", () => {
  it("it is read, or refused with reasons; nothing throws", () => {
    const any = fc.oneof(
      someRule.map((rule) => withRule(rule)),
      hostile,
      hostile.map((amendments) => ({ ...sampleFile, amendments }))
    )
    fc.assert(
      fc.property(any, (file) => {
        const { problems, sets } = readTogether(JSON.parse(JSON.stringify(file)))
        expect(sets.length === 1 || problems.length > 0).toBe(true)
      }),
      { numRuns: 2_000 }
    )
  })
})
