import type { UnitAttributes } from "@ntm/domain/units"
import { both, type Lang, say } from "../language/lang.ts"

const region = both("vùng", "region")
const group = both("xã nhóm", "commune group")
const leftOut = both("không tính vào mục tiêu", "left out of the target")

/** What is said where an attribute holds, and where it is known not to. */
const flags = [
  [
    "programme",
    both("thuộc Chương trình NTM", "in the programme"),
    both("không thuộc Chương trình NTM", "not in the programme")
  ],
  ["urban", both("đô thị", "urban"), both("không phải đô thị", "not urban")],
  ["border", both("biên giới", "border"), both("không phải biên giới", "no border")],
  ["island", both("xã đảo", "island"), both("không phải xã đảo", "no island")],
  [
    "speciallyDifficult",
    both("đặc biệt khó khăn", "specially difficult"),
    both("không thuộc diện đặc biệt khó khăn", "not specially difficult")
  ],
  ["safeZone", both("an toàn khu", "safe zone"), both("không phải an toàn khu", "no safe zone")]
] as const

/** "vùng DBSH, thuộc Chương trình NTM": what is known of a unit; what is not known is left out. */
export const attributeWords = (attributes: UnitAttributes, lang: Lang): string =>
  [
    ...(attributes.region === undefined ? [] : [`${say(region, lang)} ${attributes.region}`]),
    ...(attributes.communeGroup === undefined ? [] : [`${say(group, lang)} ${attributes.communeGroup}`]),
    ...flags.flatMap(([name, holds, holdsNot]) => {
      const value = attributes[name]
      return value === undefined ? [] : [say(value ? holds : holdsNot, lang)]
    }),
    ...(attributes.leftOutOf ?? []).map((target) => `${say(leftOut, lang)} ${target}`)
  ].join(", ")
