import { describe, expect, it } from "vitest"
import { sha256 } from "./sha256.ts"

describe("sha256", () => {
  it("gives the published values", () => {
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    expect(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    )
    expect(sha256("a".repeat(1_000_000))).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  })

  it("reads text as UTF-8, of any length around a block's end", () => {
    expect(sha256("Đạt chuẩn nông thôn mới 🌾")).toBe(
      "8e0f8642626faba9e6adb5b1088e71386347d98a70f1cd4a20c0ffe3d2946a75"
    )
    let all = ""
    for (let length = 0; length < 200; length++) all += sha256("ế".repeat(length) + "x".repeat(length % 7))
    expect(sha256(all)).toBe("a9d3bbaa3f296ab7dd5288419b8cc5cb29eb2114086b4a723691e94d63a55120")
  })

  it("takes half of a pair of UTF-16 for the character that stands for what cannot be read", () => {
    expect(sha256("\ud800")).toBe(sha256("\ufffd"))
    expect(sha256("\ufffd")).toBe("83d544ccc223c057d2bf80d3f2a32982c32c3c0db8e2674820da5064783fb097")
  })
})
