import { describe, expect, it } from "vitest"
import { catHaiFinding, planId } from "@ntm/domain/testing"
import { documentHref, placeHref } from "./place-link.ts"

const [cell] = catHaiFinding.places

describe("the link of a place", () => {
  it("leads to the row of a table, the table, a figure, a criteria set, or else the document", () => {
    const page = `/van-ban/${planId}`
    expect(placeHref(cell)).toBe(`${page}#bang-appendix-02-funding-dong-1`)
    expect(placeHref({ ...cell, row: null })).toBe(`${page}#bang-appendix-02-funding`)
    expect(placeHref({ ...cell, figure: "tong-so-xa" })).toBe(`${page}#so-lieu-tong-so-xa`)
    expect(placeHref({ ...cell, table: null, path: "/sets/huyen-ntm" })).toBe(`${page}#bo-huyen-ntm`)
    expect(placeHref({ ...cell, table: null, path: "/3" })).toBe(page)
  })

  it("keeps letters out of the address that would change it", () => {
    expect(documentHref("a/b?c", "x#y")).toBe("/van-ban/a%2Fb%3Fc#x%23y")
  })
})
