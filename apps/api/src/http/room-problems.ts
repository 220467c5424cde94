import type { FieldProblem } from "@ntm/contract"
import { type Bilingual, formatDay } from "@ntm/domain/values"
import type { DomainError } from "./errors.ts"
import { type Kinds, mendRows, ruledBy } from "./problem-kind.ts"

const mendFile: Bilingual = {
  vi: "Sửa tệp ở những chỗ nêu trong errors rồi gửi lại; chưa ghi gì",
  en: "Mend the file at the places that errors names and send it again; nothing was written"
}
const otherFile: Bilingual = {
  vi: "Gửi tệp khác: PDF, ảnh, DOCX, XLSX, ODT hoặc ODS còn nguyên vẹn",
  en: "Send another file: a PDF, a picture, DOCX, XLSX, ODT or ODS that is whole"
}
const mendEvent: Bilingual = {
  vi: "Sửa sự kiện ở những chỗ nêu trong errors và xem trước lại",
  en: "Mend the event at the places that errors names and preview it again"
}
const previewAgain: Bilingual = {
  vi: "Xem trước lại trên danh mục hiện nay rồi mới áp dụng",
  en: "Preview it on the register as it is now, then apply it"
}

const inEnglish = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`

/** How many problems in how many rows. */
const rowsCounted = ({ count, rows }: { readonly count: number; readonly rows: number }): Bilingual => ({
  vi: `${count} lỗi ở ${rows} dòng; chưa ghi gì`,
  en: `${inEnglish(count, "problem")} in ${inEnglish(rows, "row")}; nothing was written`
})

const rowsRefused = (problems: ReadonlyArray<{ readonly row: number }>): Bilingual =>
  rowsCounted({ count: problems.length, rows: new Set(problems.map(({ row }) => row)).size })

/** The rule that a row goes against and what can be done, where the room tells them. */
const ruled = (rule: string | null, next: Bilingual | null) => ({
  ...(rule === null ? {} : { rule }),
  ...(next === null ? {} : { next })
})

/** What is wrong with a row of a batch, as the rooms of the domain tell it. */
interface RowProblem {
  readonly row: number
  readonly field: string | null
  readonly kind: string
  readonly sentence: Bilingual
}

const inRow = ({ field, kind, row, sentence }: RowProblem): FieldProblem => ({
  path: `rows[${row}]${field === null ? "" : `.${field}`}`,
  kind,
  message: sentence.vi,
  messageEn: sentence.en
})

/** As `inRow`, with the rule that it goes against and the next step told. */
const ruledInRow = (
  problem: RowProblem & { readonly rule: string | null; readonly next: Bilingual | null }
): FieldProblem => {
  const { next, rule, sentence } = problem
  const told = next === null ? sentence : { vi: `${sentence.vi}. ${next.vi}`, en: `${sentence.en}. ${next.en}` }
  return { ...inRow({ ...problem, sentence: told }), ...ruled(rule, next) }
}

/** How what the rooms of the domain refuse is answered. */
export const roomProblems: Kinds<DomainError> = {
  DocumentNotFound: {
    status: 404,
    name: "document-not-found",
    title: { vi: "Không có văn bản này", en: "No such document" },
    detail: ({ id }) => ({ vi: `Không có văn bản “${id}”`, en: `No document “${id}”` })
  },
  UnitNotFound: {
    status: 404,
    name: "unit-not-found",
    title: { vi: "Không có đơn vị này", en: "No such unit" },
    detail: ({ code, asOf }) => ({
      vi: `Không có đơn vị hành chính mã ${code} vào ngày ${formatDay(asOf)}`,
      en: `No unit with code ${code} on ${asOf}`
    })
  },
  CriteriaSetNotFound: {
    status: 404,
    name: "criteria-set-not-found",
    title: { vi: "Không có bộ tiêu chí này", en: "No such criteria set" },
    detail: ({ id }) => ({ vi: `Không có bộ tiêu chí “${id}”`, en: `No criteria set “${id}”` })
  },
  CriteriaSetRefused: {
    status: 422,
    name: "criteria-set-refused",
    title: { vi: "Không nạp được bộ tiêu chí", en: "The criteria set cannot be loaded" },
    ruling: ruledBy("sets.load", mendFile),
    detail: ({ problems }) => ({
      vi: `${problems.length} lỗi; chưa ghi gì`,
      en: `${inEnglish(problems.length, "problem")}; nothing was written`
    }),
    errors: ({ problems }) =>
      problems.map(({ message, path }) => ({ path, message: message.vi, messageEn: message.en }))
  },
  EvidenceRefused: {
    status: 422,
    name: "evidence-refused",
    title: { vi: "Không nhận được tệp minh chứng này", en: "The file cannot be taken as evidence" },
    ruling: ruledBy("evidence.keep", otherFile),
    detail: ({ problems }) => ({
      vi: problems.map(({ sentence }) => sentence.vi).join("; "),
      en: problems.map(({ sentence }) => sentence.en).join("; ")
    }),
    errors: ({ problems }) =>
      problems.map(({ kind, sentence }) => ({
        path: kind === "name" ? "name" : "",
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  },
  EvidenceNotFound: {
    status: 404,
    name: "evidence-not-found",
    title: { vi: "Không có tệp minh chứng này", en: "No such evidence" },
    detail: ({ sha256 }) => ({
      vi: `Chưa lưu tệp nào có mã băm ${sha256}`,
      en: `No file with the hash ${sha256} is kept`
    })
  },
  ReorganisationNotFound: {
    status: 404,
    name: "reorganisation-not-found",
    title: { vi: "Không có sự kiện sắp xếp này", en: "No such reorganisation" },
    detail: ({ id }) => ({ vi: `Không có sự kiện sắp xếp “${id}”`, en: `No reorganisation “${id}”` })
  },
  ObservationsRefused: {
    status: 422,
    name: "observations-refused",
    title: { vi: "Không ghi được số liệu", en: "The values cannot be recorded" },
    ruling: ruledBy("values.record", mendRows),
    detail: rowsCounted,
    errors: ({ problems }) => problems.map(ruledInRow)
  },
  FundingRefused: {
    status: 422,
    name: "funding-refused",
    title: { vi: "Không ghi được nguồn vốn", en: "The funding cannot be recorded" },
    ruling: ruledBy("funding.record", mendRows),
    detail: rowsCounted,
    errors: ({ problems }) => problems.map(inRow)
  },
  WorksRefused: {
    status: 422,
    name: "works-refused",
    title: { vi: "Không ghi được công trình", en: "The works cannot be recorded" },
    ruling: ruledBy("works.record", mendRows),
    detail: ({ problems }) => rowsRefused(problems),
    errors: ({ problems }) => problems.map(inRow)
  },
  InventoryRefused: {
    status: 422,
    name: "inventory-refused",
    title: { vi: "Không ghi được sổ theo dõi", en: "The registers cannot be recorded" },
    ruling: ruledBy("registers.record", mendRows),
    detail: ({ problems }) => rowsRefused(problems),
    errors: ({ problems }) => problems.map(inRow)
  },
  TasksRefused: {
    status: 422,
    name: "tasks-refused",
    title: { vi: "Không ghi được diễn biến nhiệm vụ", en: "What happened to the tasks cannot be recorded" },
    ruling: ruledBy("tasks.report", mendRows),
    detail: ({ problems }) => rowsRefused(problems),
    errors: ({ problems }) => problems.map(ruledInRow)
  },
  RecommendationsRefused: {
    status: 422,
    name: "recommendations-refused",
    title: { vi: "Không ghi được diễn biến kiến nghị", en: "What happened to the recommendations cannot be recorded" },
    ruling: ruledBy("recommendations.answer", mendRows),
    detail: ({ problems }) => rowsRefused(problems),
    errors: ({ problems }) => problems.map(inRow)
  },
  DossiersRefused: {
    status: 422,
    name: "dossiers-refused",
    title: { vi: "Không ghi được hồ sơ", en: "The dossiers cannot be recorded" },
    ruling: ruledBy("dossiers.record", mendRows),
    detail: ({ problems }) => rowsRefused(problems),
    errors: ({ problems }) => problems.map(inRow)
  },
  ProceduresRefused: {
    status: 422,
    name: "procedures-refused",
    title: { vi: "Không nạp được trình tự", en: "The procedures cannot be loaded" },
    ruling: ruledBy("sets.load", mendFile),
    detail: ({ problems }) => ({
      vi: `${problems.length} lỗi; chưa ghi gì`,
      en: `${inEnglish(problems.length, "problem")}; nothing was written`
    }),
    errors: ({ problems }) =>
      problems.map(({ message, path }) => ({ path, message: message.vi, messageEn: message.en }))
  },
  DossierNotFound: {
    status: 404,
    name: "dossier-not-found",
    title: { vi: "Không có hồ sơ này", en: "No such dossier" },
    detail: ({ sentence }) => sentence
  },
  ReorganisationRefused: {
    status: 409,
    name: "reorganisation-refused",
    title: { vi: "Không thực hiện được sự kiện này", en: "The event cannot be right" },
    ruling: ruledBy("units.reorganise", mendEvent),
    detail: ({ refusals }) => ({
      vi: refusals.map(({ sentence }) => sentence.vi).join("; "),
      en: refusals.map(({ sentence }) => sentence.en).join("; ")
    }),
    errors: ({ refusals }) =>
      refusals.map(({ change, kind, sentence }) => ({
        path: change === null ? "" : `changes[${change}]`,
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  },
  RegisterChanged: {
    status: 409,
    name: "register-changed",
    title: { vi: "Danh mục đã thay đổi", en: "The register has changed" },
    ruling: ruledBy("units.reorganise", previewAgain),
    detail: ({ event }) => ({
      vi: `Danh mục đã thay đổi từ khi lập phương án ${event}; hãy xem trước lại`,
      en: `The register changed since ${event} was planned; preview it again`
    })
  }
}
