import { describe, expect, it } from "vitest"
import { cut, fit, take, width, wrap } from "./text.ts"

const decomposed = "Thủy Nguyên".normalize("NFD")

describe("text in terminal cells", () => {
  it("measures Vietnamese alike, composed or decomposed", () => {
    expect(width("Thủy Nguyên")).toBe(11)
    expect(width(decomposed)).toBe(11)
  })

  it("fills and cuts to exactly the room, without parting a letter from its marks", () => {
    for (let room = 1; room <= 14; room += 1) {
      expect(width(fit(decomposed, room))).toBe(room)
      expect(width(fit("Thủy Nguyên", room, "right"))).toBe(room)
    }
    expect(take(decomposed, 3).normalize("NFC")).toBe("Thủ")
    expect(fit("137", 5, "right")).toBe("  137")
  })

  it("says with an ellipsis that something was cut, and only then", () => {
    expect(cut("huyện Cát Hải", 13)).toBe("huyện Cát Hải")
    expect(cut("huyện Cát Hải", 9)).toBe("huyện Cá…")
    expect(cut("huyện", 0)).toBe("")
  })

  it("wraps at spaces, breaks a word that is longer than the line, and keeps every word", () => {
    expect(wrap("vốn huy động của nhân dân", 10)).toEqual(["vốn huy", "động của", "nhân dân"])
    expect(wrap("public_investment_total", 10)).toEqual(["public_inv", "estment_to", "tal"])
    expect(wrap("một\nhai", 10)).toEqual(["một", "hai"])
    expect(wrap("", 10)).toEqual([""])
  })

  it("ends even where a letter is wider than the line", () => {
    expect(wrap("漢字", 1)).toEqual(["漢", "字"])
  })
})
