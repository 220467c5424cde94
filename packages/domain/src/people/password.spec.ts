import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { passwordWeakness } from "./password.ts"

const common = new Set(["password", "1234567890", "qwertyuiop", "matkhau"])
const person = { name: "Nguyễn Thị Lan", email: "lan.nguyen@haiphong.gov.vn" }
const weakness = (password: string) => passwordWeakness(password, { common, person })

describe("a password", () => {
  it.each(["1234567890", "QwertyUiop", "Password2025!", "!!matkhau1234", "passwordpassword", "aaaaaaaaaaaa"])(
    "%s is tried first by everybody",
    (password) => expect(weakness(password)).toBe("common")
  )

  it.each(["nongthonmoi2025", "NTM-haiphong-1", "NguyễnThịLan1990", "lan.nguyen.2026"])(
    "%s says no more than where and whose it is",
    (password) => expect(weakness(password)).toBe("context")
  )

  it.each(["một câu dài hơn mười chữ", "ruộng bậc thang mùa nước đổ", "Lan trồng bưởi ở Vĩnh Bảo", "x9$Kp!vTq2#m"])(
    "%s is somebody's own",
    (password) => expect(weakness(password)).toBeNull()
  )

  it("that is common stays so whatever figures and signs are put around it", () => {
    const around = fc.string({ unit: fc.constantFrom(..."0123456789!@#$%.-_ "), maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom("password", "qwertyuiop", "matkhau"), around, around, (word, before, behind) => {
        expect(weakness(`${before}${word.toUpperCase()}${behind}`)).toBe("common")
      })
    )
  })

  it("with four letters of one's own beside such words is not refused for them", () => {
    const own = fc.string({ unit: fc.constantFrom(..."bcdfgkqwxz"), minLength: 8, maxLength: 20 })
    fc.assert(
      fc.property(own, (letters) => {
        fc.pre(new Set(letters).size > 2)
        expect(weakness(`${letters} nông thôn mới`)).toBeNull()
      })
    )
  })
})
