import { itemKinds, ItemKind } from "@ntm/domain/inventory"
import { quoted } from "@ntm/domain/values"
import { Result } from "effect"
import { type CellReader, choiceCell, dayCell, numberCell, textCell, wholeCell, yesCell } from "../files/cells.ts"
import type { RowForm, Tell } from "../files/rows-file.ts"
import type { Fields } from "../files/sheet.ts"

/** Other names that people write for a kind. */
const otherNames: Readonly<Record<ItemKind, ReadonlyArray<string>>> = {
  modelArea: ["khu dân cư nông thôn mới kiểu mẫu"],
  modelGarden: ["vườn kiểu mẫu"],
  smartVillage: ["mô hình thôn thông minh"],
  smartCommune: ["xã thông minh", "mô hình xã thông minh"],
  ocop: ["ocop"],
  training: ["tập huấn"],
  meeting: ["hội nghị", "họp", "cuộc họp"],
  issued: ["văn bản"]
}

const kinds = ItemKind.literals.map((key) => ({ key, names: [itemKinds[key].words.vi, ...otherNames[key]] }))

/** Columns that each kind asks for, and that it may have. */
const asks: Readonly<Record<ItemKind, { readonly needs: ReadonlyArray<string>; readonly may: ReadonlyArray<string> }>> =
  {
    modelArea: { needs: [], may: ["village", "households"] },
    modelGarden: { needs: [], may: ["owner", "area"] },
    smartVillage: { needs: [], may: ["village"] },
    smartCommune: { needs: [], may: ["pilot"] },
    ocop: { needs: ["producer", "stars"], may: ["until"] },
    training: { needs: [], may: ["days", "attendees"] },
    meeting: { needs: [], may: ["chair", "participants"] },
    issued: { needs: ["number", "documentKind"], may: [] }
  }

const own: ReadonlyArray<string> = [...new Set(Object.values(asks).flatMap(({ may, needs }) => [...needs, ...may]))]

const isKind = (value: unknown): value is ItemKind => typeof value === "string" && Object.hasOwn(asks, value)

const attendee = /^(?<who>[^:(]+?)\s*(?:\((?<unit>[^()]*)\))?\s*:\s*(?<count>\d+)$/

/** "Cán bộ xã (11824): 30; Trưởng thôn: 12": who took part, the code of their unit in brackets, how many. */
const attendeesCell: CellReader = (text) => {
  const parts = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
  const read = parts.map((part) => ({ part, groups: attendee.exec(part)?.groups }))
  const wrong = read.find(({ groups }) => groups === undefined)
  return wrong === undefined
    ? Result.succeed(
        read.map(({ groups = {} }) => ({
          who: groups["who"],
          unit: groups["unit"] ?? null,
          count: Number(groups["count"])
        }))
      )
    : Result.fail({
        vi: `${quoted(wrong.part)} phải có dạng “Cán bộ xã (11824): 30”`,
        en: `${quoted(wrong.part)} must be written as “Cán bộ xã (11824): 30”`
      })
}

const body = (kind: ItemKind, fields: Fields): object => {
  const or = (field: string) => fields[field] ?? null
  switch (kind) {
    case "modelArea":
      return { _tag: kind, households: or("households"), village: or("village") }
    case "modelGarden":
      return { _tag: kind, owner: or("owner"), area: or("area") }
    case "smartVillage":
      return { _tag: kind, village: or("village") }
    case "smartCommune":
      return { _tag: kind, pilot: fields["pilot"] ?? true }
    case "ocop":
      return { _tag: kind, producer: fields["producer"], stars: fields["stars"], until: or("until") }
    case "training":
      return { _tag: kind, days: or("days"), attendees: fields["attendees"] ?? [] }
    case "meeting":
      return { _tag: kind, chair: or("chair"), participants: or("participants") }
    case "issued":
      return { _tag: kind, number: fields["number"], kind: fields["documentKind"] }
  }
}

const tellColumns = (kind: ItemKind, fields: Fields, tell: Tell): void => {
  const { may, needs } = asks[kind]
  const { vi, en } = itemKinds[kind].words
  for (const field of own) {
    const given = fields[field] !== undefined
    if (!given && needs.includes(field)) tell(field, `“${vi}” cần cột này`, `“${en}” needs this column`)
    if (given && !needs.includes(field) && !may.includes(field))
      tell(field, `không dùng với “${vi}”`, `does not go with “${en}”`)
  }
}

/** Entries of registers: a row for each; columns that only some kinds have are left blank for the others. */
export const itemForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "kind", headings: ["loại", "sổ"], needed: true, read: choiceCell(kinds), at: ["body._tag"] },
    { field: "unit", headings: ["mã đơn vị"], needed: true, read: textCell },
    { field: "name", headings: ["tên", "tên gọi", "trích yếu"], needed: true, read: textCell },
    { field: "day", headings: ["ngày"], needed: true, read: dayCell },
    { field: "village", headings: ["thôn"], read: textCell, at: ["body.village"] },
    { field: "households", headings: ["số hộ"], read: wholeCell, at: ["body.households"] },
    { field: "owner", headings: ["chủ vườn", "chủ hộ"], read: textCell, at: ["body.owner"] },
    { field: "area", headings: ["diện tích"], read: numberCell, at: ["body.area"] },
    { field: "pilot", headings: ["thí điểm"], read: yesCell, at: ["body.pilot"] },
    { field: "producer", headings: ["chủ thể", "cơ sở sản xuất"], read: textCell, at: ["body.producer"] },
    { field: "stars", headings: ["số sao", "sao"], read: wholeCell, at: ["body.stars"] },
    { field: "until", headings: ["hết hạn", "có giá trị đến"], read: dayCell, at: ["body.until"] },
    { field: "days", headings: ["số ngày"], read: numberCell, at: ["body.days"] },
    { field: "attendees", headings: ["người dự", "thành phần"], read: attendeesCell, at: ["body.attendees"] },
    { field: "chair", headings: ["chủ trì"], read: textCell, at: ["body.chair"] },
    { field: "participants", headings: ["số người dự"], read: wholeCell, at: ["body.participants"] },
    { field: "number", headings: ["số hiệu"], read: textCell, at: ["body.number"] },
    { field: "documentKind", headings: ["loại văn bản"], read: textCell, at: ["body.kind"] },
    { field: "document", headings: ["văn bản"], read: textCell },
    { field: "link", headings: ["liên kết minh chứng", "liên kết"], read: textCell, at: ["evidence"] },
    { field: "note", headings: ["ghi chú"], read: textCell },
    { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell }
  ],
  row: (fields, tell) => {
    const { day, document, illustrative, kind, link, name, note, unit } = fields
    if (isKind(kind)) tellColumns(kind, fields, tell)
    return {
      unit,
      name,
      body: isKind(kind) ? body(kind, fields) : {},
      day,
      document: document ?? null,
      evidence: link === undefined ? [] : [{ link, title: null }],
      note: note ?? null,
      illustrative: illustrative ?? false
    }
  }
}
