import type { Bilingual } from "../../values/index.ts"
import type { Change } from "../reorganisation/reorganisation.ts"

/** Towards which boundaries facts can be taken over a change without loss. */
export type Direction = "forward" | "backward" | "both" | "neither"

export interface Reaggregation {
  readonly direction: Direction
  readonly sentence: Bilingual
}

/** For each kind of change, in which direction facts may be re-aggregated over it, and why. */
export const reaggregation = {
  merge: {
    direction: "forward",
    sentence: {
      vi: "nhập đơn vị thì số liệu các đơn vị cũ gộp được cho đơn vị mới; số liệu đơn vị mới không tách ngược được (đơn vị chỉ nhập một phần thì chỉ ước được)",
      en: "a merger lets facts of the old units be put together for the new one; those of the new one cannot be taken apart (of a unit that passed only in part they are apportioned)"
    }
  },
  split: {
    direction: "backward",
    sentence: {
      vi: "chia, tách đơn vị thì số liệu các đơn vị mới gộp ngược được cho đơn vị cũ; số liệu đơn vị cũ không tách được cho từng đơn vị mới",
      en: "a split lets facts of the new units be put together for the old one; those of the old one cannot be taken apart"
    }
  },
  transfer: {
    direction: "neither",
    sentence: {
      vi: "điều chỉnh một phần địa giới thì số liệu hai bên chỉ ước được theo tỷ trọng, theo cả hai chiều",
      en: "where a part passes from one unit to another, facts of both can only be apportioned, either way"
    }
  },
  rename: {
    direction: "both",
    sentence: {
      vi: "đổi tên không đổi địa bàn, số liệu giữ nguyên theo cả hai chiều",
      en: "a new name leaves the ground as it was, and facts with it, either way"
    }
  },
  type: {
    direction: "both",
    sentence: {
      vi: "đổi loại đơn vị không đổi địa bàn, số liệu giữ nguyên theo cả hai chiều",
      en: "a new type leaves the ground as it was, and facts with it, either way"
    }
  },
  code: {
    direction: "both",
    sentence: {
      vi: "đổi mã không đổi địa bàn, số liệu giữ nguyên theo cả hai chiều",
      en: "a new code leaves the ground as it was, and facts with it, either way"
    }
  },
  move: {
    direction: "both",
    sentence: {
      vi: "chuyển đơn vị cấp trên không đổi địa bàn của chính đơn vị, số liệu của nó giữ nguyên theo cả hai chiều; với hai đơn vị cấp trên thì là điều chỉnh địa giới",
      en: "under another parent a unit keeps its own ground, and its facts either way; between the two parents it is a transfer"
    }
  },
  endLevel: {
    direction: "neither",
    sentence: {
      vi: "kết thúc một cấp thì địa bàn không chuyển cho đơn vị nào cùng cấp: số liệu của cấp đó dừng ở ngày cuối, đơn vị cấp dưới giữ số liệu của mình",
      en: "a level that ends passes its ground to no unit: its facts stop on the last day, and the units below keep theirs"
    }
  },
  joinProvinces: {
    direction: "forward",
    sentence: {
      vi: "hợp nhất tỉnh thì số liệu các tỉnh cũ gộp được cho tỉnh mới; số liệu tỉnh mới không tách ngược được",
      en: "joined provinces let facts of the old ones be put together for the new one; those of the new one cannot be taken apart"
    }
  },
  attributes: {
    direction: "both",
    sentence: {
      vi: "ghi lại đặc điểm, trọng số không đổi địa bàn, số liệu giữ nguyên theo cả hai chiều",
      en: "restated attributes or weights leave the ground as it was, and facts with it, either way"
    }
  }
} as const satisfies Record<Change["change"], Reaggregation>
