import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { readRecipients } from "./recipients.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-recipients-"))
afterAll(() => rmSync(folder, { recursive: true }))

const config = {
  host: "m",
  port: 25,
  secure: false,
  requireTLS: false,
  login: null,
  from: "ntm@x.vn",
  to: ["vp@x.vn"]
}
const reading = (name: string, text: string | null) => {
  const agencyFile = join(folder, name)
  if (text !== null) writeFileSync(agencyFile, text)
  return readRecipients({ ...config, agencyFile })
}
const refusal = async (name: string, text: string | null) =>
  (await Effect.runPromise(Effect.flip(reading(name, text)))).message

describe("who gets the digest", () => {
  it("are the addresses of the configuration alone where there is no file", async () => {
    const recipients = await Effect.runPromise(readRecipients({ ...config, agencyFile: null }))
    expect(recipients).toEqual([{ about: "", address: "vp@x.vn" }])
  })

  it("are those of a file too, CSV or JSON, several of an agency as well", async () => {
    const expected = [
      { about: "", address: "vp@x.vn" },
      { about: "hp-so-xd", address: "a@x.vn" },
      { about: "hp-so-xd", address: "b@x.vn" }
    ]
    const csv = "Mã cơ quan;Địa chỉ thư\nhp-so-xd;a@x.vn\nhp-so-xd;b@x.vn\n"
    expect(await Effect.runPromise(reading("a.csv", csv))).toEqual(expected)
    const json = JSON.stringify(expected.slice(1).map(({ about, address }) => ({ agency: about, address })))
    expect(await Effect.runPromise(reading("a.json", json))).toEqual(expected)
  })

  it("are refused with file, line and column of everything that is wrong", async () => {
    const told = await refusal("b.csv", "Cơ quan;Email\nhp-so-xd;văn phòng\n;b@x.vn\n")
    expect(told).toContain("dòng 2, cột Email")
    expect(told).toContain("“văn phòng” không phải là địa chỉ thư · “văn phòng” is not a mail address")
    expect(told).toContain("dòng 3, cột Cơ quan")
    expect(await refusal("b.json", '[{ "agency": "a", "address": "b" }]')).toContain("không phải là địa chỉ thư")
    expect(await refusal("c.csv", null)).toContain("không có tệp này")
  })
})
