import { type Bilingual, formatDay, formatNumber } from "../../values/index.ts"
import { stateWords } from "../observations/workflow-judging.ts"
import type { Evidence, ObservationRecord } from "../observations/observation.ts"
import { words } from "./annex-words.ts"
import type { ProofValue } from "./proof-values.ts"

type Say = (sentence: Bilingual) => string

const evidenceWords = (evidence: Evidence): string =>
  "file" in evidence ? `${evidence.file} (SHA-256 ${evidence.sha256})` : (evidence.title ?? evidence.link)

const recordWords = ({ observation }: ObservationRecord, say: Say): string => {
  const { evidence, illustrative, recordedBy, source } = observation
  const from =
    source.from === "document"
      ? `${say(words.document)} ${source.document}${source.place === null ? "" : `, ${source.place}`}`
      : source.from === "import"
        ? `${say(words.import)} ${source.name}`
        : say(words.form)
  return [
    ...(illustrative ? [say(words.illustrative)] : []),
    from,
    `${say(words.recordedBy)}: ${recordedBy.name}`,
    ...evidence.map(evidenceWords)
  ].join("; ")
}

const percent = (share: number): string => `${formatNumber(Math.round(share * 1e4) / 100)} %`

/** Whether the value, or one that it was derived from, was made up for illustration. */
export const isIllustrative = ({ from }: ProofValue): boolean => {
  switch (from.source) {
    case "reported":
      return from.record.observation.illustrative
    case "derived":
      return from.parts.some(({ record }) => record?.observation.illustrative === true)
    case "title":
    case "works":
      return from.illustrative
    case "computed":
    case "none":
      return false
  }
}

/** Where a value comes from, on one line. */
export const sourceWords = ({ from }: ProofValue, say: Say): string => {
  switch (from.source) {
    case "reported":
      return `${say(stateWords[from.state])}; ${recordWords(from.record, say)}`
    case "derived": {
      const parts = from.parts.map(({ day, record, share, unit, value }) => {
        const whole = share.low === 1 && share.high === 1
        const range = share.low === share.high ? percent(share.low) : `${percent(share.low)}–${percent(share.high)}`
        const source = record === null ? "" : `: ${recordWords(record, say)}`
        const given = whole ? "" : `, ${say(words.share)} ${range}`
        return `${unit.type} ${unit.name} ${formatNumber(value)} (${formatDay(day)}${given}${source})`
      })
      return [say(words.derived), ...(from.inferred ? [say(words.inferred)] : []), ...parts].join("; ")
    }
    case "title":
      return [
        ...(from.illustrative ? [say(words.illustrative)] : []),
        say(words[from.kind]),
        ...(from.document === null ? [] : [from.document]),
        ...(from.decidedOn === null ? [] : [formatDay(from.decidedOn)])
      ].join("; ")
    case "works":
      return [
        ...(from.illustrative ? [say(words.illustrative)] : []),
        `${say(words.works)}: ${from.accepted}`,
        ...from.owing.map(({ code, name, overdue }) => `${name} (${code}) ${formatNumber(overdue)} đồng`),
        ...(from.differs === null ? [] : [say(from.differs)])
      ].join("; ")
    case "computed":
      return say(words.computed)
    case "none":
      return say(from.reason ?? words.noReport)
  }
}
