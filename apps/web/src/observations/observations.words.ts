import type { ObservationState } from "@ntm/domain/criteria"
import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"

const statesVi: Readonly<Record<ObservationState, string>> = {
  draft: "nháp",
  submitted: "đã nộp",
  verified: "đã thẩm tra",
  approved: "đã phê duyệt",
  returned: "bị trả lại"
}
const statesEn: Readonly<Record<ObservationState, string>> = {
  draft: "draft",
  submitted: "submitted",
  verified: "verified",
  approved: "approved",
  returned: "returned"
}

const values = (count: number): string => (count === 1 ? "1 value" : `${formatNumber(count)} values`)

export const observationWords = defineWords({
  vi: {
    column: {
      title: "Nhập số liệu theo chỉ tiêu",
      lead: "Một chỉ tiêu cho nhiều đơn vị. Dán được cả cột từ Excel; dán hai cột tên (hoặc mã) và giá trị thì không cần đúng thứ tự.",
      input: "Chỉ tiêu",
      choose: "Chọn chỉ tiêu…",
      search: "Tìm chỉ tiêu",
      searchHint: "ví dụ: thu nhập, nước sạch",
      none: "Chọn một chỉ tiêu để nhập.",
      noUnits: "Không có đơn vị nào ở cấp này vào ngày này.",
      unit: "Đơn vị",
      now: "Đang có",
      next: "Giá trị mới",
      problem: "Lưu ý",
      keys: "Phím lên, xuống, Enter: sang dòng. Esc: bỏ giá trị vừa gõ.",
      pasted: (count: number) => `Đã dán ${formatNumber(count)} giá trị; chưa ghi, hãy xem lại rồi bấm Nộp.`,
      unmatched: (names: string) => `Không khớp đơn vị nào: ${names}`,
      beyond: (count: number) => `${formatNumber(count)} giá trị thừa ở cuối không có dòng để dán.`,
      field: (unit: string) => `Giá trị mới của ${unit}`,
      form: "Nhập theo đơn vị: mở phiếu của đơn vị, rồi chọn “Nhập số liệu”."
    },
    form: {
      title: (unit: string) => `Nhập số liệu: ${unit}`,
      waiting: "Nhập số liệu",
      lead: (day: string) => `Các số liệu mà bộ tiêu chí yêu cầu ngày ${day}`,
      scorecard: "Phiếu đánh giá",
      set: "Bộ tiêu chí",
      onlyMissing: "Chỉ mục chưa có số liệu",
      others: "Nội dung khác",
      empty: "Không bộ tiêu chí nào yêu cầu số liệu của đơn vị này vào ngày này.",
      nothingMissing: "Mọi mục đều đã có số liệu.",
      value: (name: string) => `Giá trị: ${name}`,
      more: "Ghi chú, minh chứng",
      moreFor: (name: string) => `Ghi chú, minh chứng: ${name}`,
      note: "Ghi chú",
      link: "Liên kết minh chứng (https://…)",
      agency: (names: string) => `Phụ trách: ${names}`
    },
    level: "Cấp",
    levels: { commune: "Xã", district: "Huyện", province: "Tỉnh" },
    day: "Số liệu của ngày",
    today: "Hôm nay",
    yes: "Có",
    no: "Không",
    blank: "–",
    notYet: "chưa có số liệu",
    pending: (value: string, state: string) => `Chờ duyệt: ${value} (${state})`,
    illustrative: "số minh họa",
    states: statesVi,
    criterion: (no: number, name: string) => `${no}. ${name}`,
    filled: (count: number) => (count === 0 ? "Chưa nhập giá trị nào" : `${formatNumber(count)} giá trị chưa ghi`),
    draft: "Lưu nháp",
    submit: "Nộp",
    discard: "Bỏ các giá trị chưa ghi",
    saving: "Đang ghi…",
    saved: (count: number, state: string) => `Đã ghi ${formatNumber(count)} giá trị, trạng thái: ${state}.`,
    fix: (count: number) =>
      `Chưa ghi gì: ${formatNumber(count)} giá trị chưa đúng. Sửa các ô được đánh dấu rồi gửi lại.`,
    local:
      "Máy chủ đang chạy không có đăng nhập: chỉ ghi được số liệu trên địa chỉ 127.0.0.1 của chính máy ấy. Trang này vẫn xem được; giá trị vừa gõ chưa được ghi.",
    refused: "Chưa ghi gì."
  },
  en: {
    column: {
      title: "Enter values by indicator",
      lead: "One indicator for many units. A column can be pasted from Excel; with a column of names (or codes) beside the values their order does not matter.",
      input: "Indicator",
      choose: "Choose an indicator…",
      search: "Find an indicator",
      searchHint: "for example: thu nhap, nuoc sach",
      none: "Choose an indicator to enter.",
      noUnits: "There is no unit of this level on this day.",
      unit: "Unit",
      now: "At present",
      next: "New value",
      problem: "Remarks",
      keys: "Up, Down, Enter: to another line. Esc: takes back what was typed.",
      pasted: (count) => `${values(count)} pasted; nothing is recorded yet: look them over and submit.`,
      unmatched: (names) => `These name no unit: ${names}`,
      beyond: (count) => `${values(count)} at the end have no line to go to.`,
      field: (unit) => `New value of ${unit}`,
      form: "To enter by unit, open the unit's scorecard and choose “Enter values”."
    },
    form: {
      title: (unit) => `Enter values: ${unit}`,
      waiting: "Enter values",
      lead: (day) => `What the criteria sets ask for on ${day}`,
      scorecard: "Scorecard",
      set: "Criteria set",
      onlyMissing: "Only what has no data",
      others: "Other",
      empty: "No criteria set asks for values of this unit on this day.",
      nothingMissing: "Everything has data.",
      value: (name) => `Value: ${name}`,
      more: "Note, evidence",
      moreFor: (name) => `Note, evidence: ${name}`,
      note: "Note",
      link: "Link to evidence (https://…)",
      agency: (names) => `In charge: ${names}`
    },
    level: "Level",
    levels: { commune: "Communes", district: "Districts", province: "Provinces" },
    day: "Values of the day",
    today: "Today",
    yes: "Yes",
    no: "No",
    blank: "–",
    notYet: "no data",
    pending: (value, state) => `Waiting: ${value} (${state})`,
    illustrative: "illustrative",
    states: statesEn,
    criterion: (no, name) => `${no}. ${name}`,
    filled: (count) => (count === 0 ? "Nothing entered yet" : `${values(count)} not recorded yet`),
    draft: "Save as draft",
    submit: "Submit",
    discard: "Drop what is not recorded",
    saving: "Recording…",
    saved: (count, state) => `${values(count)} recorded, state: ${state}.`,
    fix: (count) => `Nothing was recorded: ${values(count)} to put right. Mend the marked fields and send again.`,
    local:
      "The server runs without signing in: values are taken on the address 127.0.0.1 of its own machine only. This page can be read; what was typed is not recorded.",
    refused: "Nothing was recorded."
  }
})
