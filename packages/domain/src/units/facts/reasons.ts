import { type Day, formatDay } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { labelOf } from "../reorganisation/naming.ts"
import type { UnitId } from "../unit.ts"
import type { WeightName } from "../weights.ts"
import type { NoValue, NoValueKind } from "./answer.ts"
import { type Epoch, lastRowOf } from "./epochs.ts"
import { reaggregation } from "./reaggregation.ts"

/** Names of units in one sentence; a province may lack the values of hundreds. */
const MOST_NAMED = 3

const weightWords: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  population: { vi: "dân số", en: "population" },
  households: { vi: "số hộ", en: "number of households" },
  areaKm2: { vi: "diện tích", en: "area" }
}

const named = (chronicle: Chronicle, epochs: ReadonlyArray<Epoch>) => {
  const labels = epochs.slice(0, MOST_NAMED).map((epoch) => {
    const row = lastRowOf(chronicle, epoch)
    return row === undefined ? `#${epoch.unit}` : labelOf(row)
  })
  const more = epochs.length - labels.length
  const list = labels.join(", ")
  return more === 0 ? { vi: list, en: list } : { vi: `${list} và ${more} đơn vị khác`, en: `${list} and ${more} more` }
}

const because = (kind: NoValueKind, unit: UnitId, about: ReadonlyArray<Epoch>, vi: string, en: string): NoValue => ({
  kind: "none",
  unit,
  reason: { kind, units: about.map((epoch) => epoch.unit), sentence: { vi, en } }
})

/** What happened to an epoch's ground where it cannot be taken back whole. */
const dividing = (epoch: Epoch): "merge" | "transfer" => {
  const [only, ...others] = epoch.went
  if (only === undefined) return "merge"
  if (others.length > 0) return "transfer"
  return only.to.came.length > 1 ? "merge" : dividing(only.to)
}

/** Sentences of what cannot be answered, one for each reason. */
export const reasonsOf = (chronicle: Chronicle) => ({
  notStanding: (unit: UnitId, day: Day): NoValue =>
    because(
      "notStanding",
      unit,
      [],
      `Đơn vị #${unit} không tồn tại vào ngày ${formatDay(day)}`,
      `Unit #${unit} does not stand on ${day}`
    ),
  missing: (unit: UnitId, epochs: ReadonlyArray<Epoch>): NoValue => {
    const names = named(chronicle, epochs)
    return because("missing", unit, epochs, `Chưa có số liệu của ${names.vi}`, `No value yet of ${names.en}`)
  },
  notCarried: (epoch: Epoch): NoValue => {
    const { vi, en } = named(chronicle, [epoch])
    return because(
      "notCarried",
      epoch.unit,
      [epoch],
      `Chỉ tiêu này không chuyển sang địa bàn mới: chờ số liệu do ${vi} báo cáo`,
      `This indicator is not carried to other boundaries: ${en} has to report it`
    )
  },
  notBackward: (epoch: Epoch, sources: ReadonlyArray<Epoch>): NoValue => {
    const own = named(chronicle, [epoch])
    const later = named(chronicle, sources)
    const rule = reaggregation[dividing(epoch)].sentence
    return because(
      "notBackward",
      epoch.unit,
      sources,
      `Kết quả của ${later.vi} không suy ngược được cho ${own.vi}: ${rule.vi}`,
      `What holds for ${later.en} does not go back to ${own.en}: ${rule.en}`
    )
  },
  noWeight: (unit: UnitId, epochs: ReadonlyArray<Epoch>, weight: WeightName): NoValue => {
    const names = named(chronicle, epochs)
    const word = weightWords[weight] ?? { vi: `trọng số ${weight}`, en: weight }
    return because(
      "noWeight",
      unit,
      epochs,
      `Chưa biết ${word.vi} của ${names.vi} khi sắp xếp nên không tính được bình quân`,
      `No average: the ${word.en} of ${names.en} at the event is not known`
    )
  },
  unbounded: (unit: UnitId, epochs: ReadonlyArray<Epoch>): NoValue => {
    const names = named(chronicle, epochs)
    return because(
      "unbounded",
      unit,
      epochs,
      `Không xác định được giới hạn: không biết phần của ${names.vi} lớn bao nhiêu hoặc mang giá trị nào`,
      `No bounds: neither the size nor the value of the part of ${names.en} is known`
    )
  },
  wrongKind: (unit: UnitId, epochs: ReadonlyArray<Epoch>): NoValue => {
    const names = named(chronicle, epochs)
    return because(
      "wrongKind",
      unit,
      epochs,
      `Giá trị của ${names.vi} không đúng kiểu mà quy tắc này chuyển được`,
      `The value of ${names.en} is not of the kind that this rule carries`
    )
  }
})
