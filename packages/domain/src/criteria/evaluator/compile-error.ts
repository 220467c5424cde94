import { Schema } from "effect"
import { type Bilingual, bothLanguages } from "../../values/index.ts"

/** Why criteria sets cannot be judged together. */
export class RulesRefused extends Schema.TaggedError<RulesRefused>()("RulesRefused", {
  reason: Schema.Literals(["cycle", "sameSetTwice", "tooDeep", "ownVerdict"]),
  /** The sets concerned: of a cycle all of them, in the order in which one rests on the next. */
  sets: Schema.Array(Schema.String),
  /** The line at which it shows; null where it concerns whole sets. */
  code: Schema.NullOr(Schema.String)
}) {
  get sentence(): Bilingual {
    const sets = this.sets.map((set) => `“${set}”`).join(" → ")
    const line = this.code === null ? "" : ` (${this.code})`
    switch (this.reason) {
      case "cycle":
        return {
          vi: `Các bộ tiêu chí căn cứ lẫn nhau thành vòng: ${sets}${line}`,
          en: `Criteria sets rest on each other in a circle: ${sets}${line}`
        }
      case "sameSetTwice":
        return { vi: `Bộ tiêu chí ${sets} được nêu hai lần`, en: `Criteria set ${sets} is given twice` }
      case "tooDeep":
        return {
          vi: `Quy tắc lồng nhau quá sâu trong bộ ${sets}${line}`,
          en: `A rule of set ${sets} is nested too deep${line}`
        }
      case "ownVerdict":
        return {
          vi: `Quy tắc của bộ ${sets}${line} hỏi kết quả của chính bộ đó; chỉ điều kiện công nhận, thu hồi mới được hỏi`,
          en: `A rule of set ${sets}${line} asks for the set's own result; only recognition and withdrawal may`
        }
    }
  }
  override get message() {
    return bothLanguages(this.sentence)
  }
}
