import { quoted } from "@ntm/domain/values"
import { Result } from "effect"
import { beside, besideColumns, dayColumn, tellColumns } from "../assignments/event-cells.ts"
import { type CellReader, choiceCell, dayCell, numberCell, textCell, wholeCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"
import type { Fields } from "../files/sheet.ts"

const kinds = [
  { key: "begun", names: ["bắt đầu bước", "bắt đầu"] },
  { key: "done", names: ["xong bước", "hoàn thành bước", "xong"] },
  { key: "paper", names: ["nộp giấy tờ", "giấy tờ"] },
  { key: "consultation", names: ["lấy ý kiến"] },
  { key: "surveyed", names: ["khảo sát"] },
  { key: "voted", names: ["bỏ phiếu"] },
  { key: "returned", names: ["trả lại"] },
  { key: "recognised", names: ["công nhận"] },
  { key: "refused", names: ["không công nhận"] },
  { key: "revoked", names: ["thu hồi"] },
  { key: "expired", names: ["hết hiệu lực", "hết hạn"] },
  { key: "closed", names: ["khép lại", "thôi đề nghị"] }
] as const
type Kind = (typeof kinds)[number]["key"]

const of = [
  { key: "households", names: ["hộ"] },
  { key: "people", names: ["người"] }
] as const

/** "Giao thông: 400/390/380 | Y tế: 400/400/371": of each content how many were asked, answered, are satisfied. */
const resultsCell: CellReader = (text) => {
  const results: Array<object> = []
  for (const part of text.split(/[;|]/)) {
    const [, content = "", ...counts] = /^\s*(.+?)\s*:\s*([^/:]+)\s*\/\s*([^/]+)\s*\/\s*([^/]+?)\s*$/.exec(part) ?? []
    if (content === "")
      return Result.fail({
        vi: `${quoted(text)} phải có dạng “nội dung: số hỏi/số trả lời/số hài lòng | …”`,
        en: `${quoted(text)} must read “content: asked/answered/satisfied | …”`
      })
    const read = Result.all(counts.map((count) => wholeCell(count.trim(), undefined)))
    if (Result.isFailure(read)) return Result.fail(read.failure)
    const [asked, answered, satisfied] = read.success
    results.push({ content, asked, answered, satisfied })
  }
  return Result.succeed(results)
}

/** The columns that each kind of event needs, and those that it may have. */
const asks: Readonly<Record<Kind, { readonly needs: ReadonlyArray<string>; readonly may: ReadonlyArray<string> }>> = {
  begun: { needs: ["step"], may: ["by"] },
  done: { needs: ["step"], may: ["by"] },
  paper: { needs: ["paper", "issuedOn", "title"], may: [] },
  consultation: { needs: ["step", "from", "to", "opinions", "against"], may: [] },
  surveyed: { needs: ["step", "population", "results"], may: ["of", "confidence", "margin", "input"] },
  voted: { needs: ["step", "members", "present", "inFavour"], may: [] },
  returned: { needs: ["step", "reason"], may: [] },
  recognised: { needs: ["decision", "decidedOn"], may: [] },
  refused: { needs: ["decision", "decidedOn"], may: [] },
  revoked: { needs: ["decision", "from", "reason"], may: [] },
  expired: { needs: ["from", "reason"], may: [] },
  closed: { needs: ["reason"], may: [] }
}

const isKind = (value: unknown): value is Kind => typeof value === "string" && Object.hasOwn(asks, value)

/** The law's own measure where a row does not say another: 95 % and ± 5 points. */
const survey = ({ confidence, input, margin, of: whom, population, results, step }: Fields): object => ({
  step,
  population,
  of: whom ?? "households",
  confidence: confidence ?? 95,
  margin: margin ?? 5,
  results,
  input: input ?? null
})

const body = (kind: Kind, fields: Fields): object => {
  const { against, by, decidedOn, decision: document, from, inFavour, issuedOn, members } = fields
  const { opinions, paper, present, reason, step, title, to } = fields
  switch (kind) {
    case "begun":
    case "done":
      return { _tag: "step", step, event: kind, by: by ?? null }
    case "paper":
      return { _tag: kind, paper, issuedOn, title }
    case "consultation":
      return { _tag: kind, step, from, to, opinions, against }
    case "surveyed":
      return { _tag: kind, ...survey(fields) }
    case "voted":
      return { _tag: kind, step, members, present, inFavour }
    case "returned":
      return { _tag: kind, to: step, reason }
    case "recognised":
    case "refused":
      return { _tag: "decided", recognised: kind === "recognised", document, decidedOn }
    case "revoked":
      return { _tag: kind, document, from, reason }
    case "expired":
      return { _tag: kind, from, reason }
    case "closed":
      return { _tag: kind, reason }
  }
}

const own = [...new Set(Object.values(asks).flatMap(({ may, needs }) => [...needs, ...may]))]

/** What happened to dossiers: a row for each event, of which each kind asks for its own columns. */
export const dossierEventForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "dossier", headings: ["hồ sơ", "số hồ sơ"], needed: true, read: wholeCell },
    dayColumn,
    { field: "event", headings: ["việc"], needed: true, read: choiceCell(kinds), at: ["body._tag"] },
    { field: "to", headings: ["đến ngày"], read: dayCell, at: ["body.to"] },
    { field: "step", headings: ["bước", "mã bước"], read: textCell, at: ["body.step", "body.to"] },
    { field: "by", headings: ["người làm", "nơi làm"], read: textCell, at: ["body.by"] },
    { field: "paper", headings: ["giấy tờ", "mã giấy tờ"], read: textCell, at: ["body.paper"] },
    { field: "issuedOn", headings: ["ngày giấy tờ"], read: dayCell, at: ["body.issuedOn"] },
    { field: "title", headings: ["tên giấy tờ"], read: textCell, at: ["body.title"] },
    { field: "from", headings: ["từ ngày"], read: dayCell, at: ["body.from"] },
    { field: "opinions", headings: ["số ý kiến"], read: wholeCell, at: ["body.opinions"] },
    { field: "against", headings: ["không tán thành"], read: wholeCell, at: ["body.against"] },
    { field: "members", headings: ["số thành viên"], read: wholeCell, at: ["body.members"] },
    { field: "present", headings: ["dự họp"], read: wholeCell, at: ["body.present"] },
    { field: "inFavour", headings: ["tán thành"], read: wholeCell, at: ["body.inFavour"] },
    { field: "population", headings: ["tổng số"], read: wholeCell, at: ["body.population"] },
    { field: "of", headings: ["đối tượng"], read: choiceCell(of), at: ["body.of"] },
    { field: "confidence", headings: ["độ tin cậy"], read: wholeCell, at: ["body.confidence"] },
    { field: "margin", headings: ["sai số"], read: numberCell, at: ["body.margin"] },
    { field: "results", headings: ["kết quả khảo sát"], read: resultsCell, at: ["body.results"] },
    { field: "input", headings: ["số liệu", "mã số liệu"], read: textCell, at: ["body.input"] },
    { field: "decision", headings: ["quyết định", "số quyết định"], read: textCell, at: ["body.document"] },
    { field: "decidedOn", headings: ["ngày quyết định"], read: dayCell, at: ["body.decidedOn"] },
    { field: "reason", headings: ["lý do"], read: textCell, at: ["body.reason"] },
    { field: "note", headings: ["ghi chú"], read: textCell },
    ...besideColumns
  ],
  row: (fields, tell) => {
    const { day, dossier, event, note } = fields
    const told = { dossier, day, note: note ?? null, ...beside(fields) }
    if (!isKind(event)) return { ...told, body: {} }
    tellColumns(kinds.find(({ key }) => key === event)?.names[0] ?? event, asks[event], own, fields, tell)
    return { ...told, body: body(event, fields) }
  }
}
