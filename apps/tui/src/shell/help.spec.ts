import { describe, expect, it } from "vitest"
import { commands } from "./commands.ts"
import { helpText } from "./help.ts"

describe("help", () => {
  it("names every command and every option of it, in both languages", () => {
    for (const lang of ["vi", "en"] as const) {
      for (const command of commands) {
        expect(helpText(undefined, lang)).toContain(`  ${command.name} `)
        // Wrapped where the names of the commands leave little room.
        expect(helpText(undefined, lang).replace(/\s+/g, " ")).toContain(command.about[lang])
        for (const option of command.options) expect(helpText(command.name, lang)).toContain(`--${option.name}`)
        for (const example of command.examples) expect(helpText(command.name, lang)).toContain(example)
      }
    }
  })

  it("calls what it asks for as the API does: units are --unit, an order is --sort, a state --state", () => {
    const names = commands.flatMap((command) => command.options.map(({ name }) => name))
    expect(names).toEqual(expect.arrayContaining(["unit", "sort", "state"]))
    for (const other of ["parent", "order", "standing", "province", "before", "offset"])
      expect([other, names.includes(other)]).toEqual([other, false])
  })

  it("fits into eighty columns", () => {
    for (const name of [undefined, ...commands.map((command) => command.name)])
      for (const lang of ["vi", "en"] as const)
        for (const line of helpText(name, lang).split("\n")) expect(line.length).toBeLessThanOrEqual(80)
  })

  it("says the exit codes of audit", () => {
    expect(helpText("audit", "vi").replaceAll("\n", " ")).toContain(
      "0 không có phát hiện, 1 có phát hiện, 2 dữ liệu vào không đọc được"
    )
  })
})
