import { Schema } from "effect"
import type { Grant } from "../../people/index.ts"
import type { UnitId } from "../../units/index.ts"
import type { Bilingual } from "../../values/index.ts"
import type { ObservationState, OfficeRole } from "./observation.ts"

/**
 * Who acts: an office, the units that it answers for (each with everything below it), a department's name, and the inputs that were given
 * to whoever acts, as a grant says them; all of them where nothing is said.
 */
export interface Actor {
  readonly name: string
  readonly role: OfficeRole
  readonly scope: "all" | ReadonlyArray<UnitId>
  readonly agency: string | null
  readonly criteria?: Grant["criteria"]
  /** Further grants of the same office, each for other inputs in units of its own: what two of them give in part does not add up. */
  readonly also?: ReadonlyArray<Pick<Actor, "scope" | "criteria">>
  /** Other offices that whoever acts may act for, less powerful ones last: `heardAs` says for which something is done. */
  readonly others?: ReadonlyArray<Actor>
}

/** One row of the workflow: these offices may take a value from one state to another. `from` null: they may record it so. */
export interface WorkflowRule {
  readonly id: string
  readonly from: ObservationState | null
  readonly to: ObservationState
  readonly roles: ReadonlyArray<OfficeRole>
  /** These among `roles` have to say why. */
  readonly withReason: ReadonlyArray<OfficeRole>
  readonly why: Bilingual
}

const anyOffice: ReadonlyArray<OfficeRole> = ["communeOfficer", "districtOffice", "department", "provincialOffice"]

const rule = (
  id: string,
  from: ObservationState | null,
  to: ObservationState,
  roles: ReadonlyArray<OfficeRole>,
  withReason: ReadonlyArray<OfficeRole>,
  vi: string,
  en: string
): WorkflowRule => ({ id, from, to, roles, withReason, why: { vi, en } })

/**
 * The whole workflow as data.
 *
 * **Details** A district office acts only while districts stand on the day of the act; a department only on inputs that it
 * is in charge of; everybody only on units within the scope. What is not in the table is refused.
 */
export const workflow: ReadonlyArray<WorkflowRule> = [
  rule(
    "record-draft",
    null,
    "draft",
    anyOffice,
    [],
    "ai nhập số liệu thì soạn thảo",
    "whoever enters a value drafts it"
  ),
  rule(
    "record-submitted",
    null,
    "submitted",
    anyOffice,
    [],
    "ai nhập số liệu thì nộp luôn được",
    "whoever enters a value may hand it in at once"
  ),
  rule(
    "record-verified",
    null,
    "verified",
    ["department"],
    [],
    "số liệu do chính sở, ngành phụ trách ghi thì coi như đã thẩm tra",
    "what the department in charge records itself needs no verification by it"
  ),
  rule(
    "record-approved",
    null,
    "approved",
    ["provincialOffice"],
    [],
    "văn phòng điều phối cấp tỉnh ghi số liệu đã công bố",
    "the provincial co-ordination office records what was published"
  ),
  rule("submit", "draft", "submitted", anyOffice, [], "ai soạn thì nộp", "whoever drafts hands in"),
  rule(
    "verify",
    "submitted",
    "verified",
    ["districtOffice", "department", "provincialOffice"],
    ["provincialOffice"],
    "cấp huyện (khi còn) hoặc sở, ngành phụ trách tiêu chí thẩm tra; văn phòng điều phối làm thay phải nêu lý do",
    "the district (while it stood) or the department in charge verifies; the provincial office does it in their place with a reason"
  ),
  rule(
    "approve",
    "verified",
    "approved",
    ["provincialOffice"],
    [],
    "văn phòng điều phối cấp tỉnh phê duyệt số liệu đã thẩm tra",
    "the provincial co-ordination office approves what was verified"
  ),
  rule(
    "return-submitted",
    "submitted",
    "returned",
    ["districtOffice", "department", "provincialOffice"],
    ["districtOffice", "department", "provincialOffice"],
    "bên thẩm tra trả lại và nêu lý do",
    "whoever verifies returns it and says why"
  ),
  rule(
    "return-verified",
    "verified",
    "returned",
    ["department", "provincialOffice"],
    ["department", "provincialOffice"],
    "sở, ngành phụ trách hoặc văn phòng điều phối trả lại và nêu lý do",
    "the department in charge or the provincial office returns it and says why"
  ),
  rule(
    "return-approved",
    "approved",
    "returned",
    ["provincialOffice"],
    ["provincialOffice"],
    "chỉ văn phòng điều phối cấp tỉnh rút lại phê duyệt và nêu lý do",
    "only the provincial office takes an approval back and says why"
  ),
  rule(
    "resubmit",
    "returned",
    "submitted",
    anyOffice,
    [],
    "bên báo cáo bổ sung rồi nộp lại",
    "whoever reports completes it and hands it in again"
  )
]

/** From which state on a question takes values, lowest first; approved ones unless it says otherwise. Drafts are for forms only. */
export const Acceptance = Schema.Literals(["draft", "submitted", "verified", "approved"])
export type Acceptance = typeof Acceptance.Type

const counting: ReadonlyArray<ObservationState> = Acceptance.literals

/** Whether a value in this state counts for a question. A returned value never does. */
export const counts = (state: ObservationState, accept: Acceptance): boolean =>
  counting.indexOf(state) >= counting.indexOf(accept)
