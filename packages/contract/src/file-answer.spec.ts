import { describe, expect, it } from "vitest"
import { makeClient } from "./client.ts"
import { ApiProblem } from "./problem.ts"
import { dispositionOf, fileOf } from "./file-answer.ts"

const content = Uint8Array.from([1, 2, 3])

const named = (disposition: string) => fileOf(new Headers({ "content-disposition": disposition }), content).name

describe("a file that comes as an answer", () => {
  it("keeps its name through the header, whatever letters and signs it has", () => {
    for (const name of ["a.pdf", "biên bản (lần 2).pdf", `"x"; filename=y.exe`, "%41'b*c!.png", "\u{1F4C4}.pdf"]) {
      const disposition = dispositionOf("attachment", name)
      expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w.~%-]*$/)
      expect(named(disposition)).toBe(name)
    }
  })

  it("has no name where the header tells none, or none that can be read", () => {
    expect(["inline", "attachment; filename*=UTF-8''%FF", ""].map(named)).toEqual([null, null, null])
  })

  it("comes with its type and content; a problem instead of it is thrown", async () => {
    const headers = { "content-type": "image/png", "content-disposition": dispositionOf("inline", "ảnh.png") }
    const client = makeClient(() => new Response(content, { headers }), "")
    expect(await client.evidence.file({ sha256: "0".repeat(64) })).toEqual({
      name: "ảnh.png",
      mediaType: "image/png",
      content
    })
    const problem = { type: "urn:ntm:problem:x", title: "Không có", titleEn: "None", status: 404 }
    const refusing = makeClient(() => Response.json(problem, { status: 404 }), "")
    await expect(refusing.evidence.file({ sha256: "0" })).rejects.toThrow(new ApiProblem(problem))
  })

  it("is sent as it is, by POST, as no JSON", async () => {
    const sent: Array<unknown> = []
    const client = makeClient((url, { body, headers, method }) => {
      sent.push([method, url, headers["content-type"], body])
      return Response.json({})
    }, "")
    await client.evidence.keep({ name: "a b.pdf", body: content })
    expect(sent).toEqual([["POST", "/api/v1/evidence?name=a+b.pdf", "application/octet-stream", content]])
  })
})
