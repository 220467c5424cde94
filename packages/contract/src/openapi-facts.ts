import type { EndpointTexts } from "./openapi-words.ts"
import type { api } from "./client.ts"

const t = (vi: string, en: string) => ({ vi, en })

type Nouns = Pick<
  typeof api,
  | "observations"
  | "evidence"
  | "series"
  | "assessments"
  | "proofs"
  | "movements"
  | "funding"
  | "works"
  | "assignments"
  | "recommendations"
  | "dossiers"
  | "inventory"
>

/** What is asked by the questions about facts and what follows from them. */
export const factTexts: EndpointTexts<Nouns> = {
  observations: {
    history: t("Mọi số liệu đã ghi của một đơn vị", "Everything recorded of a unit"),
    inForce: t("Số liệu đang có hiệu lực của các đơn vị", "The values in force of units"),
    record: t("Ghi số liệu", "Record values"),
    move: t("Chuyển bước duyệt số liệu", "Move values from state to state"),
    rebuild: t("Dựng lại các bảng dẫn xuất", "Make derived tables anew"),
    inputs: t("Các số liệu mà bộ tiêu chí hỏi", "Inputs that criteria sets ask for"),
    ofUnit: t("Biểu số liệu của một đơn vị", "The form of a unit"),
    ofInput: t("Một số liệu ở các đơn vị", "An input over the units"),
    data: t("Số liệu theo thời gian, dạng SDMX-JSON 2.0", "Values over time as SDMX-JSON 2.0"),
    structure: t("Cấu trúc của số liệu, dạng SDMX-JSON 2.0", "The structure of the values as SDMX-JSON 2.0")
  },
  evidence: {
    keep: t("Lưu tệp minh chứng", "Keep a file as evidence"),
    file: t("Tải tệp minh chứng", "The file of an evidence")
  },
  series: {
    asked: t("Một số liệu trên ranh giới của ngày bất kỳ", "An input on any day's boundaries")
  },
  assessments: {
    unit: t("Kết quả của một đơn vị và vì sao", "Where a unit stands, and why"),
    whatIf: t("Thử thay số liệu của một đơn vị", "A unit with some values changed"),
    matrix: t("Đơn vị theo tiêu chí", "Units by criteria"),
    group: t("Kết quả chung của các đơn vị", "Units together"),
    replacement: t("Được và mất khi thay bộ tiêu chí", "What one set loses and gains against another"),
    targets: t("Chỉ tiêu của kế hoạch và mức đạt", "Targets of a plan and where they stand")
  },
  proofs: {
    unit: t("Chứng cứ niêm phong của một kết luận", "The sealed proof of a verdict"),
    annex: t("Chứng cứ thành phụ lục Word, Markdown hoặc JSON", "The proof as a file")
  },
  movements: { group: t("Vì sao con số thay đổi", "Why numbers moved") },
  funding: {
    tables: t("Biểu nguồn vốn như văn bản in", "Funding tables as documents print them"),
    sources: t("Cây nguồn vốn", "The tree of sources"),
    stated: t("Năm, giai đoạn và cấp có số liệu vốn", "Years, stages and tiers for which money is stated"),
    pivot: t("Nguồn vốn theo đơn vị", "Sources by units"),
    stages: t("Từ kế hoạch đến giải ngân", "From the plan to the payment"),
    years: t("So vốn giữa hai năm", "A year against another"),
    entries: t("Từng dòng vốn", "Entries one by one"),
    activities: t("Vốn theo nguồn, dạng IATI 2.03", "Money by source as IATI 2.03"),
    record: t("Ghi dòng vốn", "Record entries of money")
  },
  works: {
    list: t("Danh sách công trình", "Works"),
    one: t("Một công trình", "A work"),
    batches: t("Các đợt công trình và đường găng", "Batches and their critical paths"),
    curve: t("Đường cong tiến độ và giải ngân", "Planned, built and paid over time"),
    slips: t("Công trình chậm kéo theo tiêu chí nào", "Late works and the criteria that they hold back"),
    debt: t("Nợ xây dựng cơ bản", "Construction debt"),
    land: t("Đất do hộ dân hiến", "Land given by households"),
    alerts: t("Cảnh báo về công trình", "Alerts about works"),
    releases: t("Công trình dạng Open Contracting 1.1 (release)", "Works as releases of Open Contracting 1.1"),
    records: t("Công trình dạng Open Contracting 1.1 (record)", "Works as records of Open Contracting 1.1"),
    approve: t("Ghi đợt công trình được duyệt", "Put down a batch of works"),
    report: t("Ghi báo cáo công trình", "Record reports about works"),
    giveLand: t("Ghi đất hiến", "Record land given"),
    followLand: t("Ghi diễn biến đất hiến", "Record what happened to land given")
  },
  assignments: {
    list: t("Nhiệm vụ như văn bản in", "Assignments as documents print them"),
    tasks: t("Nhiệm vụ và cách từng việc đang đứng", "Tasks and how each stands"),
    due: t("Việc đến hạn và quá hạn", "What is due and overdue"),
    task: t("Một nhiệm vụ", "A task"),
    timeline: t("Nhiệm vụ trên trục thời gian", "Tasks on a timeline"),
    load: t("Ai nợ việc gì, chậm bao nhiêu", "Who owes what, and how late"),
    calendar: t("Lịch đến hạn (iCalendar)", "Due days as a calendar"),
    record: t("Ghi diễn biến nhiệm vụ", "Record what happened to tasks")
  },
  recommendations: {
    list: t("Kiến nghị", "Recommendations"),
    one: t("Một kiến nghị", "A recommendation"),
    limitations: t("Hạn chế và nguyên nhân", "Limitations and causes"),
    record: t("Ghi trả lời và theo dõi kiến nghị", "Record answers to recommendations")
  },
  dossiers: {
    list: t("Hồ sơ đề nghị công nhận", "Recognition dossiers"),
    one: t("Một hồ sơ", "A dossier"),
    procedures: t("Trình tự công nhận", "Procedures of recognition"),
    previewProcedures: t("Xem trước khi nạp trình tự", "What loading a file of procedures would do"),
    loadProcedures: t("Nạp trình tự công nhận", "Load procedures of recognition"),
    check: t("Đã mở hồ sơ được chưa", "Whether a dossier could be opened"),
    rehearsal: t("Thẩm định thử", "A rehearsal of the appraisal"),
    bundle: t("Hồ sơ niêm phong thành một tệp", "The dossier as one sealed file"),
    open: t("Mở hồ sơ", "Open dossiers"),
    record: t("Ghi diễn biến hồ sơ", "Record what happened to dossiers"),
    survey: t("Đọc kết quả lấy ý kiến", "Read a survey")
  },
  inventory: {
    list: t("Các mục trong sổ theo dõi", "Entries of the registers"),
    counts: t("Số mục theo loại và chỉ tiêu", "Counts by kind against targets"),
    record: t("Ghi mục vào sổ theo dõi", "Record entries"),
    follow: t("Ghi diễn biến của mục", "Record what became of entries")
  }
}
