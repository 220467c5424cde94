import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readArguments } from "../shell/arguments.ts"
import { runUnits } from "./units-command.ts"

const gap = {
  path: "/features",
  message: "phần đất 0,06 km² quanh [106.7923, 20.6931] không thuộc đơn vị nào",
  messageEn: "0.06 km² of land around [106.7923, 20.6931] belong to no unit"
}
const checked = (warnings: ReadonlyArray<object>) => ({ asOf: "2025-07-01", units: 114, warnings })
const recorded = {
  ...checked([gap]),
  state: "recorded",
  import: { id: 2, file: "hp.geojson", sha256: "a", supersedes: [{ id: 1, units: 113 }] }
}
const refused = {
  type: "urn:ntm:problem:invalid-body",
  title: "Nội dung gửi lên không đúng",
  titleEn: "The body is not of the form asked for",
  status: 422,
  errors: [{ path: "/features/3/geometry", message: "vòng chưa khép kín", messageEn: "the ring is not closed" }]
}
const text = '{"type": "FeatureCollection",\n "features": []}\n'

let folder = ""
let file = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-boundaries-"))
  file = join(folder, "hp.geojson")
  await writeFile(file, text)
  await writeFile(join(folder, "broken.geojson"), '{"type": ')
  await writeFile(join(folder, "latin.geojson"), Buffer.from('{"name": "H\xE0"}', "latin1"))
})
afterAll(() => rm(folder, { recursive: true }))

const ntm = async (args: ReadonlyArray<string>, answer: object, status = 200) => {
  const parsed = readArguments(["units", "boundaries", ...args], {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  let [out, err] = ["", ""]
  const asked: Array<string> = []
  const output = {
    out: (part: string) => void (out += part),
    err: (part: string) => void (err += part),
    colour: false
  }
  const client = makeClient((url, { method = "GET", body = "" }) => {
    asked.push(`${method} ${url.replace("/api/v1/boundaries", "")} ${body}`)
    return Response.json(answer, { status })
  }, "")
  const named = (words: string) => words.replaceAll(folder, "…")
  return { code: await runUnits(parsed.request, output, client), out: named(out), err: named(err), asked }
}

describe("ntm units boundaries", () => {
  it("sends the file byte by byte, with its name and the day, and says what was recorded", async () => {
    const { asked, code, out, err } = await ntm([file, "--as-of", "1/7/2025"], recorded)
    expect([code, err, asked]).toEqual([0, "", [`POST ?as_of=2025-07-01&file=hp.geojson ${text}`]])
    expect(out).toMatchInlineSnapshot(`
      "…/hp.geojson: 114 đơn vị có ranh giới, ngày 01/07/2025. Đã ghi.
      Thay ranh giới đã ghi trước đây của 113 đơn vị.

      Lưu ý (1):
      - …/hp.geojson /features: phần đất 0,06 km² quanh [106.7923, 20.6931] không thuộc đơn vị nào
      "
    `)
  })

  it("says that a file is recorded already", async () => {
    const { code, out } = await ntm([file], { ...recorded, warnings: [], state: "unchanged" })
    expect([code, out]).toEqual([
      0,
      "…/hp.geojson: 114 đơn vị có ranh giới, ngày 01/07/2025. Tệp này đã được ghi cho ngày đó; không có gì mới.\n"
    ])
  })

  it("only checks with --check: 0 without a remark, 1 with one", async () => {
    const clean = await ntm([file, "--check"], checked([]))
    expect([clean.code, clean.asked]).toEqual([0, [`POST /check?file=hp.geojson ${text}`]])
    expect(clean.out).toBe("…/hp.geojson: 114 đơn vị có ranh giới, ngày 01/07/2025. Dùng được; chưa ghi gì.\n")
    const remarked = await ntm([file, "--check", "--lang", "en"], checked([gap]))
    expect(remarked.code).toBe(1)
    expect(remarked.out).toContain("- …/hp.geojson /features: 0.06 km² of land around")
  })

  it("tells file, place and reason of what cannot be used, in the reader's language", async () => {
    const { code, out, err } = await ntm([file], refused, 422)
    expect([code, out]).toEqual([2, ""])
    expect(err).toBe("Không dùng được; không ghi gì.\n- …/hp.geojson /features/3/geometry: vòng chưa khép kín\n")
    const english = await ntm([file, "--lang", "en"], refused, 422)
    expect(english.err).toContain("- …/hp.geojson /features/3/geometry: the ring is not closed")
  })

  it("prints one JSON object, also for what cannot be used", async () => {
    expect(JSON.parse((await ntm([file, "--json"], recorded)).out)).toMatchObject({ status: "recorded", units: 114 })
    expect(JSON.parse((await ntm([file, "--check", "--json"], checked([gap]))).out)).toMatchObject({
      status: "findings",
      warnings: [gap]
    })
    const unusable = await ntm([file, "--json"], refused, 422)
    expect(unusable.code).toBe(2)
    expect(JSON.parse(unusable.out)).toMatchObject({ status: "unreadable", problems: refused.errors })
  })

  it.each([
    ["broken.geojson", "JSON hỏng hoặc bị cắt cụt"],
    ["latin.geojson", "tệp không phải UTF-8; hãy lưu lại với mã UTF-8"],
    ["none.geojson", "không có tệp này"],
    [".", "không phải là tệp thường"]
  ])("asks nothing where the file cannot be read: %s", async (name, why) => {
    const { asked, code, err } = await ntm([join(folder, name)], recorded)
    expect([code, asked]).toEqual([2, []])
    expect(err).toContain(why)
  })

  it.each([
    [[], "cần đúng một TỆP GeoJSON"],
    [["a.geojson", "b.geojson"], "cần đúng một TỆP GeoJSON"],
    [["a.geojson", "--as-of", "30/2/2025"], "--as-of: "],
    [["a.geojson", "--on", "2025-01-01"], "--on không dùng với “units boundaries”"]
  ])("is told how to be asked: %j", async (args, why) => {
    const { asked, code, err } = await ntm(args, recorded)
    expect([code, asked]).toEqual([2, []])
    expect(err).toContain(why)
  })

  it("passes on that units were changed meanwhile", async () => {
    const changed = {
      type: "urn:ntm:problem:register-changed",
      title: "Danh mục đã thay đổi",
      titleEn: "-",
      status: 409
    }
    const { code, err } = await ntm([file], changed, 409)
    expect([code, err]).toEqual([2, "Danh mục đã thay đổi\n"])
  })
})
