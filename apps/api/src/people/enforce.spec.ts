import { endpointActions } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { actionOf } from "./enforce.ts"

describe("the action that a request is", () => {
  it("is that of the contract, for every question", () => {
    for (const { action, method, path } of endpointActions)
      expect(actionOf(method, `/api/v1${path.replaceAll(/:[a-z0-9]+/g, "x")}`)?.action, `${method} ${path}`).toBe(
        action
      )
  })

  it("is that of the question that names more of the path where two fit, and none of what nobody answers", () => {
    expect(actionOf("GET", "/api/v1/dossiers/procedures")?.action).toBe("reference.read")
    expect(actionOf("GET", "/api/v1/dossiers/7")).toEqual({ action: "facts.read", params: { id: "7" } })
    expect(actionOf("HEAD", "/api/v1/works")?.action).toBe("facts.read")
    expect(actionOf("DELETE", "/api/v1/works")).toBeNull()
    expect(actionOf("GET", "/api/v1/nothing")).toBeNull()
    expect(actionOf("GET", "/api/v1/units/%31%30/observations")?.params).toEqual({ code: "10" })
  })
})
