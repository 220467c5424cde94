import { describe, expect, it } from "vitest"
import { carryOf } from "./carry.ts"

describe("values of an input on other boundaries", () => {
  it.each([
    ["percent", "% hộ", "Nước sạch", { carry: "average", weight: "households", min: 0, max: 100 }],
    ["percent", "%", "Hộ phân loại chất thải rắn", { carry: "average", weight: "households", min: 0, max: 100 }],
    ["percent", "% diện tích", "Tưới tiêu chủ động", { carry: "average", weight: "areaKm2", min: 0, max: 100 }],
    ["percent", "%", "Lao động qua đào tạo", { carry: "average", weight: "population", min: 0, max: 100 }],
    ["money", "triệu đồng/người/năm", "Thu nhập", { carry: "average", weight: "population", min: 0, max: null }],
    ["count", "mô hình", "Thôn thông minh", { carry: "sum", weight: "population" }],
    ["count", "mức độ", "Phổ cập giáo dục", { carry: "lowest" }],
    ["count", "điểm số", "Chuyển đổi số", { carry: "none" }],
    ["attestation", null, "An ninh", { carry: "attested" }]
  ] as const)("%s in %s (%s)", (measure, unit, name, rule) => {
    expect(carryOf({ measure, unit, name })).toEqual(rule)
  })
})
