import { styleText } from "node:util"
import { type Finding, findingNames, type Severity } from "@ntm/domain/documents"
import { formatNumber } from "@ntm/domain/values"
import type { AuditOutcome, InputProblem } from "@ntm/exchange"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import { amount, bySeverity, expectedName, placeWords, severityMark, signed, sourceWords } from "./finding-words.ts"

type Audited = Extract<AuditOutcome, { readonly _tag: "Audited" }>
type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const own = {
  read: both("Đã đọc", "Read"),
  figures: both("số liệu", "figures"),
  tables: both("bảng", "tables"),
  errors: both("LỖI · không thể cùng đúng", "ERRORS · cannot all be true"),
  warnings: both("CẢNH BÁO · khó cùng đúng, hoặc sai làm tròn", "WARNINGS · hardly all true, or a slip of rounding"),
  clean: both("Không có phát hiện nào.", "No findings."),
  checked: both("đã đối chiếu", "checked"),
  relations: both("quan hệ", "relations"),
  held: both("khớp", "hold"),
  open: both("chưa kết luận được", "cannot be decided"),
  openSplits: both(
    "CHƯA KẾT LUẬN · các phần không làm thành tổng, văn bản không nói là phải đủ; không tính là phát hiện",
    "OPEN · parts that do not make the total, and need not as the document puts it; not findings"
  ),
  problem: both("Không đọc được", "Cannot be read"),
  warning: both("Lưu ý", "Note"),
  nothing: both(
    "Chưa đối chiếu gì; sửa các chỗ trên rồi chạy lại.",
    "Nothing was checked; mend the above and run again."
  )
}

const heading = { error: own.errors, warning: own.warnings } as const satisfies Record<Severity, unknown>
const colour = { error: "red", warning: "yellow" } as const satisfies Record<Severity, Style>

const LABEL = 18

const labelled = (label: string, texts: ReadonlyArray<string>, paint: Paint): ReadonlyArray<string> =>
  texts.map((text, index) => `     ${paint("dim", (index === 0 ? label : "").padEnd(LABEL))}${text}`)

const findingText = (finding: Finding, number: number, lang: Lang, paint: Paint): ReadonlyArray<string> => {
  const line = (label: keyof typeof words, texts: ReadonlyArray<string>) =>
    labelled(say(words[label], lang), texts, paint)
  const places = finding.places.flatMap((place) => {
    const { cell, file, where } = placeWords(place, lang)
    return [where, paint("dim", [cell, file].filter((part) => part !== "").join(" · "))]
  })
  return [
    "",
    `${String(number).padStart(3)}. ${paint("bold", say(finding.message, lang))}`,
    `     ${paint("dim", say(findingNames[finding.kind], lang))}`,
    ...line("stated", [amount(finding.stated, finding.unit)]),
    ...labelled(say(expectedName(finding.kind), lang), [amount(finding.expected, finding.unit)], paint),
    ...line("difference", [paint(colour[finding.severity], signed(finding.difference, finding.unit))]),
    ...(finding.cause === null ? [] : line("cause", [say(finding.cause.text, lang)])),
    ...line("place", places)
  ]
}

const summary = ({ checked, findings }: Audited, lang: Lang): string => {
  const count = (severity: Severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return `${formatNumber(number)} ${say(words[severity], lang)}${lang === "en" && number !== 1 ? "s" : ""}`
  }
  const found = findings.length === 0 ? say(own.clean, lang) : `${count("error")}, ${count("warning")}`
  const held = [
    `${say(own.checked, lang)} ${formatNumber(checked.relations)} ${say(own.relations, lang)}`,
    `${formatNumber(checked.held)} ${say(own.held, lang)}`,
    ...(checked.open === 0 ? [] : [`${formatNumber(checked.open)} ${say(own.open, lang)}`])
  ].join(", ")
  return `${found} · ${held}`
}

/** The report for people: documents, findings by severity (errors first), one line that sums up; ends with a newline. */
export const reportText = (outcome: Audited, lang: Lang, colours: boolean): string => {
  const paint: Paint = (style, text) =>
    colours && text !== "" ? styleText(style, text, { validateStream: false }) : text
  const documents = outcome.documents.map(({ figures, folder, label, tables }) => {
    const holds = `${formatNumber(figures)} ${say(own.figures, lang)}, ${formatNumber(tables)} ${say(own.tables, lang)}`
    return `${say(own.read, lang)} ${paint("bold", label)} · ${holds} · ${folder}`
  })
  let number = 0
  const groups = (["error", "warning"] as const).flatMap((severity) => {
    const group = bySeverity(outcome.findings).filter((finding) => finding.severity === severity)
    if (group.length === 0) return []
    const title = `${severityMark[severity]} ${say(heading[severity], lang)} (${formatNumber(group.length)})`
    return [
      "",
      paint(["bold", colour[severity]], title),
      ...group.flatMap((finding) => {
        number += 1
        return findingText(finding, number, lang, paint)
      })
    ]
  })
  const open =
    outcome.openSplits.length === 0
      ? []
      : [
          "",
          paint("dim", `${say(own.openSplits, lang)} (${formatNumber(outcome.openSplits.length)})`),
          ...outcome.openSplits.map(
            ({ message, place }) => `  –  ${say(message, lang)} ${paint("dim", `(${sourceWords(place, lang)})`)}`
          )
        ]
  const last = paint(outcome.findings.length === 0 ? "green" : "bold", summary(outcome, lang))
  return `${[...documents, ...groups, ...open, "", last].join("\n")}\n`
}

const whereIn = ({ file, path }: InputProblem): string => (path === "" ? file : `${file} → ${path}`)

/** What cannot be read: file, path inside it and reason, in both languages, since it may be all that is seen. */
export const problemsText = (problems: ReadonlyArray<InputProblem>, lang: Lang): string => {
  const other: Lang = lang === "vi" ? "en" : "vi"
  const lines = problems.flatMap((problem) => [
    `${say(own.problem, lang)}: ${whereIn(problem)}: ${say(problem.message, lang)}`,
    `  ${say(problem.message, other)}`
  ])
  return `${[...lines, say(own.nothing, lang)].join("\n")}\n`
}

/** Remarks about input that was read all the same, such as keys that mean nothing here. */
export const remarksText = (remarks: ReadonlyArray<InputProblem>, lang: Lang): string =>
  remarks.map((remark) => `${say(own.warning, lang)}: ${whereIn(remark)}: ${say(remark.message, lang)}\n`).join("")
