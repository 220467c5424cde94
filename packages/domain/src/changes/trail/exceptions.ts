import type { ChangedNoun } from "../noun.ts"
import { coded, type Field, field, named } from "./field.ts"

const whole = field("nội dung", "content", "whole")
const measured = field("đơn vị tính", "unit of measure")
const ofDocument = field("theo văn bản", "of the document", named("document"))

/** Fields and parts that are something else of one noun than of most. */
export const exceptions: Readonly<Partial<Record<ChangedNoun, Readonly<Record<string, Field>>>>> = {
  observation: {
    input: field("chỉ tiêu", "input", named("inputAt")),
    source: field("nguồn", "source", named("observationSource")),
    kind: field("loại số liệu", "kind of value", coded("observationKind")),
    state: field("trạng thái", "state", coded("observationState")),
    line: field("dòng đính chính", "line of corrections", "kept")
  },
  observationInput: { key: field("chỉ tiêu", "input", named("input")) },
  observationSource: { from: field("lấy từ", "from", coded("valueSource")) },
  finding: { id: field("số hiệu", "number", "kept"), kind: field("loại", "kind", coded("finding")) },
  observationMove: { state: field("chuyển sang", "state", coded("observationState")) },
  fundingEntry: {
    source: field("nguồn vốn", "source", coded("fundingSource")),
    stage: field("giai đoạn", "stage", coded("fundingStage")),
    tier: field("cấp", "level", coded("fundingTier")),
    kind: field("loại bút toán", "kind of entry", coded("fundingEntryKind")),
    agency: field("cơ quan", "agency", named("fundingAgency"))
  },
  fundingTable: {
    stage: field("giai đoạn", "stage", coded("fundingStage")),
    tier: field("cấp", "level", coded("level"))
  },
  figure: { unit: measured, quantity: field("đại lượng", "quantity", "kept") },
  printedTable: { unit: measured },
  indicator: { unit: measured },
  criteriaSet: { source: whole },
  criteriaSetVersion: { source: whole },
  dossierProcedure: { body: whole },
  dossierProcedureVersion: { body: whole },
  target: { body: whole },
  worksRules: { body: whole },
  agency: { body: whole },
  workCalendar: { body: whole },
  tasking: { body: whole },
  duty: { body: whole },
  recommendation: { body: whole },
  limitation: { body: whole },
  inventoryTarget: { body: whole },
  work: {
    amount: field("khối lượng", "amount"),
    after: field("sau bước", "after", coded("workStep"))
  },
  workReport: {
    before: field("trước", "before", "money"),
    after: field("sau", "after", "money")
  },
  landEvent: { parcels: field("số thửa đã chỉnh lý", "parcels updated") },
  taskEvent: {
    subject: field("nhiệm vụ", "task", named("task")),
    document_id: ofDocument,
    to: field("chuyển sang", "to", coded("taskState")),
    before: field("hạn trước", "due before"),
    after: field("hạn mới", "due now")
  },
  recommendationEvent: {
    subject: field("kiến nghị", "recommendation", named("task")),
    document_id: ofDocument
  },
  dossier: { step: field("bước", "step", named("step")) },
  dossierEvent: {
    step: field("bước", "step", named("step")),
    to: field("trả về bước", "sent back to", named("step")),
    population: field("số cần đại diện", "population"),
    confidence: field("độ tin cậy (%)", "confidence (%)")
  },
  unit: {
    start: field("bắt đầu", "start", "kept"),
    parent_code: field("mã đơn vị cấp trên", "code of the unit above", "kept")
  },
  boundary: { formed: field("hình thành", "formed", "kept") },
  inventoryItem: {
    _tag: field("sổ", "register"),
    kind: field("sổ", "register", coded("itemKind")),
    body: field("nội dung", "content", "inside")
  },
  reorganisation: {
    change: field("thay đổi", "change", coded("reorganisation")),
    share: field("phần", "share", coded("share")),
    of: field("của", "of", coded("share"))
  },
  sourceImport: { name: field("tên", "name", coded("load")) },
  transfer: { event: field("lần sắp xếp", "reorganisation", named("reorganisation")) },
  personEvent: {
    kind: field("loại", "kind", coded("personKind")),
    role: field("vai trò", "role", coded("role")),
    recorder: field("người ghi", "recorded by", named("person"))
  },
  accountEvent: {
    name: field("tên khóa", "name of the key"),
    step: field("bước đăng nhập", "step of signing in", coded("signInStep")),
    known: field("đã nhận ra bằng cách", "recognised by"),
    recorder: field("người ghi", "recorded by", named("person"))
  },
  webhookEndpoint: { delivered: field("đã gửi đến mục", "delivered up to") }
}
