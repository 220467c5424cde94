import type { HoldingFate, HoldingKind, Lot } from "./holding.ts"

/** What becomes of a thing, and why in both languages. */
export type HoldingRule = readonly [fate: HoldingFate, vi: string, en: string]

export const stays: HoldingRule = [
  "stays",
  "đơn vị tiếp tục, địa bàn không đổi",
  "the unit goes on, its ground is the same"
]

const staysOnGround: HoldingRule = [
  "stays",
  "đơn vị tiếp tục; phần cũ vẫn thuộc đơn vị",
  "the unit goes on and keeps its own"
]

/** What a unit shows in a dossier is about the ground that it had. */
const reviewed: HoldingRule = [
  "decide",
  "hồ sơ lập theo địa bàn cũ: rà soát lại trước khi trình",
  "made for the former ground: to be gone through again before it is sent on"
]

/** Only a unit that stands can be recognised. */
const openedAnew: HoldingRule = [
  "decide",
  "không còn đơn vị để công nhận: khép lại hồ sơ, đơn vị nhận lập hồ sơ của mình",
  "the unit can be recognised no more: to be closed, the takers open their own"
]

const grows: Readonly<Record<HoldingKind, HoldingRule>> = {
  facts: [
    "derived",
    "địa bàn mở rộng: số liệu tạm tính cùng phần nhận thêm cho đến khi đơn vị báo cáo",
    "its ground grows: values are derived with what it takes until it reports"
  ],
  recognition: ["stays", "đơn vị giữ quyết định công nhận của mình", "the unit keeps its own decision"],
  target: ["decide", "chỉ tiêu giao theo địa bàn cũ: cần giao lại", "set for the former ground: to be set again"],
  funding: staysOnGround,
  work: staysOnGround,
  item: staysOnGround,
  assignment: staysOnGround,
  dossier: reviewed,
  scope: ["stays", "phạm vi mở rộng cùng đơn vị", "the scope grows with the unit"]
}

/** One line for each kind of thing and each lot of the unit that it rests on; design decision 5 and the programme's practice of 2025. */
export const holdingRules: Readonly<Record<Exclude<Lot, "same">, Readonly<Record<HoldingKind, HoldingRule>>>> = {
  grows,
  absorbs: {
    ...grows,
    recognition: [
      "derived",
      "nhận trọn đơn vị khác: tạm giữ hạng thấp nhất mà mọi đơn vị hợp thành đều có",
      "takes in whole units: provisionally the lowest tier that all of them held"
    ]
  },
  shrinks: {
    facts: [
      "derived",
      "địa bàn bị chia bớt: số liệu chỉ phân bổ được theo tỷ lệ",
      "part of its ground goes: values can only be apportioned"
    ],
    recognition: ["stays", "đơn vị giữ quyết định công nhận của mình", "the unit keeps its own decision"],
    target: ["decide", "chỉ tiêu giao theo địa bàn cũ: cần giao lại", "set for the former ground: to be set again"],
    funding: [
      "decide",
      "khoản thuộc phần địa bàn chuyển đi phải được bàn giao",
      "what belongs to the ground that goes has to be handed over"
    ],
    work: [
      "decide",
      "công trình trên phần địa bàn chuyển đi theo đơn vị nhận",
      "works on the ground that goes follow it"
    ],
    item: [
      "decide",
      "mục thuộc phần địa bàn chuyển đi phải được ghi lại cho đơn vị nhận",
      "what lies on the ground that goes has to be put down anew for the unit that takes it"
    ],
    assignment: staysOnGround,
    dossier: reviewed,
    scope: ["stays", "phạm vi thu hẹp cùng đơn vị", "the scope shrinks with the unit"]
  },
  merged: {
    facts: [
      "derived",
      "số liệu cộng hoặc bình quân vào đơn vị mới, tạm tính cho đến khi đơn vị báo cáo",
      "summed or averaged into the new unit, provisional until it reports"
    ],
    recognition: [
      "derived",
      "đơn vị mới tạm giữ hạng thấp nhất mà mọi đơn vị cũ đều có",
      "the new unit provisionally holds the lowest tier that all held"
    ],
    target: [
      "decide",
      "chỉ tiêu của đơn vị cũ không tự chuyển: cần giao lại cho đơn vị mới",
      "not carried by itself: to be set again for the new unit"
    ],
    funding: [
      "follows",
      "nguồn vốn chuyển về đơn vị nhận toàn bộ địa bàn",
      "goes to the unit that takes all of the ground"
    ],
    work: ["follows", "công trình thuộc đơn vị nhận toàn bộ địa bàn", "goes to the unit that takes all of the ground"],
    item: ["follows", "được tính cho đơn vị nhận toàn bộ địa bàn", "counts for the unit that takes all of the ground"],
    assignment: [
      "follows",
      "đơn vị nhận toàn bộ địa bàn tiếp tục thực hiện",
      "the unit that takes all of the ground goes on with it"
    ],
    dossier: openedAnew,
    scope: ["follows", "người dùng của đơn vị cũ phụ trách đơn vị mới", "users of the old unit see the new one"]
  },
  divided: {
    facts: [
      "derived",
      "mỗi đơn vị nhận một phần: số liệu chỉ phân bổ được theo tỷ lệ, có cận dưới và cận trên",
      "each taker has a part: values can only be apportioned, with bounds"
    ],
    recognition: [
      "derived",
      "mỗi đơn vị nhận tạm giữ hạng thấp nhất mà mọi phần đều có",
      "each taker provisionally holds the lowest tier that all its parts held"
    ],
    target: [
      "decide",
      "chỉ tiêu của đơn vị cũ không tự chuyển: cần giao lại",
      "not carried by itself: to be set again"
    ],
    funding: [
      "decide",
      "phải bàn giao từng khoản cho đơn vị nhận",
      "each amount has to be handed over to one of the takers"
    ],
    work: [
      "decide",
      "công trình theo phần đất: chọn đơn vị nhận cho từng công trình",
      "by the ground it stands on: choose the taker of each"
    ],
    item: [
      "decide",
      "đứng dưới tên đơn vị cũ cho đến khi được ghi lại cho từng đơn vị nhận",
      "stays under the old unit's name until put down anew for the takers"
    ],
    assignment: ["decide", "chọn đơn vị tiếp tục thực hiện", "choose the unit that goes on with it"],
    dossier: openedAnew,
    scope: ["shared", "người dùng của đơn vị cũ phụ trách mọi đơn vị nhận", "users of the old unit see all takers"]
  },
  closed: {
    facts: ["history", "không có đơn vị kế tiếp: số liệu giữ lại để tra cứu", "no successor: kept to be looked up"],
    recognition: [
      "history",
      "không có đơn vị kế tiếp: quyết định giữ lại để tra cứu",
      "no successor: kept to be looked up"
    ],
    target: ["history", "không có đơn vị kế tiếp: chỉ tiêu khép lại", "no successor: closed"],
    funding: ["follows", "nguồn vốn chuyển lên cấp trên trực tiếp", "goes to the unit above"],
    work: ["follows", "công trình chuyển lên cấp trên trực tiếp", "goes to the unit above"],
    item: ["follows", "được tính cho cấp trên trực tiếp", "counts for the unit above"],
    assignment: [
      "follows",
      "cấp trên trực tiếp tiếp nhận hoặc giao lại",
      "taken over, or given out again, by the unit above"
    ],
    dossier: ["history", "không có đơn vị kế tiếp: hồ sơ khép lại", "no successor: closed"],
    scope: ["shared", "người dùng phụ trách các đơn vị từng trực thuộc", "users see the units that stood below it"]
  }
}
