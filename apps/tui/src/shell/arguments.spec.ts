import { describe, expect, it } from "vitest"
import { readArguments } from "./arguments.ts"

const read = (...args: ReadonlyArray<string>) => readArguments(args, {})
const asRun = (...args: ReadonlyArray<string>) => {
  const parsed = read(...args)
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  return parsed.request
}
const message = (...args: ReadonlyArray<string>) => {
  const parsed = read(...args)
  if (parsed._tag !== "Misuse") throw new Error(`understood as ${parsed.request.command}`)
  return parsed.message
}

describe("the command line", () => {
  it("opens the terminal program when nothing is said", () => {
    expect(asRun()).toEqual({
      command: "tui",
      operands: [],
      lang: "vi",
      server: "http://127.0.0.1:4100",
      json: false,
      options: {}
    })
  })

  it("takes the server from the option, then NTM_SERVER, then PORT", () => {
    const server = (args: ReadonlyArray<string>, env: Record<string, string>) => {
      const parsed = readArguments(args, env)
      return parsed._tag === "Run" ? parsed.request.server : parsed.message.en
    }
    expect(server([], { PORT: "4200" })).toBe("http://127.0.0.1:4200")
    expect(server([], { PORT: "4200", NTM_SERVER: "https://ntm.example/goc/" })).toBe("https://ntm.example/goc")
    expect(server(["--server=http://10.0.0.5:1"], { NTM_SERVER: "https://ntm.example" })).toBe("http://10.0.0.5:1")
    expect(server([], { NTM_SERVER: "", PORT: "" })).toBe("http://127.0.0.1:4100")
  })

  it("reads options before, between and after paths", () => {
    expect(asRun("--lang", "en", "audit", "a", "--json", "b")).toMatchObject({
      command: "audit",
      operands: ["a", "b"],
      lang: "en",
      json: true
    })
  })

  it("takes everything after -- as paths", () => {
    expect(asRun("audit", "--", "--json").operands).toEqual(["--json"])
  })

  it("shows the help of the command that -h stands beside", () => {
    expect(asRun("audit", "-h")).toMatchObject({ command: "help", operands: ["audit"] })
    expect(asRun("--help")).toMatchObject({ command: "help", operands: [] })
    expect(asRun("-V").command).toBe("version")
  })

  it("speaks English where NTM_LANG says so, unless --lang says otherwise", () => {
    const langOf = (...args: ReadonlyArray<string>) => {
      const parsed = readArguments(args, { NTM_LANG: "en" })
      return parsed._tag === "Run" ? parsed.request.lang : parsed._tag
    }
    expect(langOf("version")).toBe("en")
    expect(langOf("version", "--lang", "vi")).toBe("vi")
  })

  it("suggests a command or an option for a near miss, in both languages", () => {
    expect(message("audti")).toEqual({
      vi: "Không có lệnh “audti”. Có phải ý bạn là “audit”?",
      en: "There is no command “audti”. Did you mean “audit”?"
    })
    expect(message("help", "verion").vi).toContain("“version”")
    expect(message("audit", "--jsno", "a").vi).toBe(
      "Lệnh “audit” không có tùy chọn “--jsno”. Có phải ý bạn là “--json”?"
    )
    expect(message("frobnicate").vi).toBe("Không có lệnh “frobnicate”.")
  })

  it("refuses an option that belongs to another command", () => {
    expect(message("version", "--json").vi).toContain("không có tùy chọn “--json”")
    expect(message("audit", "a", "--server", "http://x").vi).toContain("không có tùy chọn “--server”")
  })

  it("says what a value should be", () => {
    expect(message("--lang").vi).toContain("cần giá trị vi|en")
    expect(message("--lang", "--help").vi).toContain("cần giá trị vi|en")
    expect(message("--lang", "fr").vi).toContain("chọn vi hoặc en")
    expect(message("audit", "a", "--json=yes").vi).toContain("không nhận giá trị")
    for (const bad of ["ftp://x", "localhost:4100", "khong", ""])
      expect(message("--server", bad).vi).toContain("không phải địa chỉ máy chủ")
  })

  it("counts operands", () => {
    expect(message("audit").vi).toBe("Lệnh “audit” cần ít nhất một PATH.")
    expect(message("version", "x").vi).toBe("Lệnh “version” không nhận “x”.")
    expect(message("help", "audit", "x").vi).toBe("Lệnh “help” không nhận “x”.")
  })

  it("hands a command the values of its own options", () => {
    expect(asRun("units", "tree", "31", "--as-of", "2025-06-30", "--lang", "en", "--json")).toMatchObject({
      operands: ["tree", "31"],
      lang: "en",
      json: true,
      options: { "as-of": "2025-06-30" }
    })
    expect(message("units", "tree", "--as-of").vi).toContain("cần giá trị NGÀY")
    expect(message("units", "tree", "--server", "localhost").vi).toContain("không phải địa chỉ máy chủ")
  })

  it("is not misled by names that every object has", () => {
    expect(message("constructor").vi).toBe("Không có lệnh “constructor”.")
    expect(message("--__proto__").vi).toContain("không có tùy chọn")
    expect(message("--toString").vi).toContain("không có tùy chọn")
  })
})
