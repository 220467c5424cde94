import { API_ROOT } from "@ntm/contract"
import { describedEndpoints } from "@ntm/contract/openapi"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { fileForms } from "./file-forms.ts"

const annex = "/assessments/units/31/annex?set=nation"

const addresses = [
  "/funding/iati",
  "/observations/sdmx/data",
  "/observations/sdmx/structure",
  "/works/ocds/releases",
  "/works/ocds/records",
  "/calendar.ics",
  "/dossiers/1/bundle",
  annex
]

describe("questions that hand out a file", () => {
  const { app } = appInMemory({})
  const get = async (address: string, accept: string) => {
    const response = await app.request(`${API_ROOT}${address}`, { headers: { accept } })
    return { status: response.status, text: await response.text() }
  }

  it("have their forms told, all but those that hand it out as it was handed in", () => {
    const files = describedEndpoints.filter(({ endpoint }) => "answers" in endpoint)
    const without = files.filter(({ endpoint }) => fileForms(endpoint.path) === null).map(({ key }) => key)
    expect(without).toEqual(["evidence.file"])
    expect(files.length).toBe(addresses.length + 2)
  })

  it.each(addresses)("%s refuses what it is not, and names what it is", async (address) => {
    const { status, text } = await get(address, "image/png")
    expect(status).toBe(406)
    const [path = ""] = address.split("?")
    const forms = fileForms(path.replace("/31/", "/:code/").replace("/1/", "/:id/")) ?? []
    expect(forms.length).toBeGreaterThan(0)
    for (const form of forms) {
      expect(JSON.parse(text).detail).toContain(form)
      expect((await get(address, `image/png, ${form};q=0.5`)).status).not.toBe(406)
    }
    expect((await get(address, "*/*")).status).not.toBe(406)
  })

  it("are in the form that the address names, and refused to who takes another", async () => {
    expect((await get(`${annex}&format=md`, "text/markdown")).status).not.toBe(406)
    const { status, text } = await get(`${annex}&format=md`, "application/json")
    expect([status, JSON.parse(text).detailEn]).toEqual([
      406,
      "This address answers as text/markdown; ask for one of them by Accept"
    ])
  })
})
