import { type CriteriaSet, type SetInput, tierWords } from "@ntm/domain/criteria"
import { formatDay } from "@ntm/domain/values"
import type { Reading } from "../files/problem.ts"

/** A unit as far as it decides how a number is read: "%" and "% hộ" are both per cent. Null: the set does not say. */
const scaleOf = ({ measure, unit }: SetInput): string | null =>
  measure === "attestation" ? "" : unit?.startsWith("%") === true ? "%" : unit

const differ = (a: SetInput, b: SetInput): boolean => {
  const [one, other] = [scaleOf(a), scaleOf(b)]
  return one !== null && other !== null && one !== other
}

const scaleWord = (input: SetInput) =>
  input.measure === "attestation"
    ? { vi: "đạt hay không đạt", en: "met or not met" }
    : { vi: input.unit ?? "", en: input.unit ?? "" }

/** A value is recorded once for all sets that ask for it: none may read it in another unit. */
const checkInputs = (reading: Reading, set: CriteriaSet, others: ReadonlyArray<CriteriaSet>): void => {
  for (const input of set.inputs)
    for (const other of others) {
      const same = other.inputs.find((one) => one.input === input.input)
      if (same === undefined || !differ(same, input)) continue
      const [there, here] = [scaleWord(same), scaleWord(input)]
      reading.problem(
        "/inputs",
        `số liệu “${input.input}” ở bộ ${other.id} tính bằng ${there.vi}, ở đây lại là ${here.vi}`,
        `the input “${input.input}” is read in ${there.en} by ${other.id}, here in ${here.en}`
      )
      break
    }
}

/** Decisions that offices loaded on top of a set: whoever sends the whole set anew may not mean to leave them out. */
const checkDecisionsLeft = (reading: Reading, set: CriteriaSet, before: CriteriaSet): void => {
  if (set.derivesFrom !== null) return
  for (const { from, number } of before.amendments) {
    if (set.amendments.some((one) => one.number === number && one.from === from)) continue
    reading.warning(
      "/amendments",
      `quyết định ${number} (từ ${formatDay(from)}) đang sửa bộ này mà tệp không có: nạp tệp này thì quyết định ấy không còn; vẫn còn hiệu lực thì nạp lại sau`,
      `the decision ${number} (from ${formatDay(from)}) amends the set now and is not in the file, which leaves it out: load it again afterwards if it is still in force`
    )
  }
}

/** Whether a set that is sound may take its place among those known: in that of `before`, where the id is known. */
export const checkTakesPlace = (
  reading: Reading,
  set: CriteriaSet,
  before: CriteriaSet | undefined,
  known: ReadonlyArray<CriteriaSet>
): void => {
  if (before !== undefined && (before.level !== set.level || before.tier !== set.tier)) {
    const [was, is] = [tierWords(before.tier, before.level), tierWords(set.tier, set.level)]
    reading.problem(
      before.level === set.level ? "/tier" : "/level",
      `“${set.id}” đang là bộ “${was.vi}”, không thành “${is.vi}” được; hãy đặt mã khác`,
      `“${set.id}” is a set of “${was.en}” and cannot become one of “${is.en}”: give it another id`
    )
  }
  if (before !== undefined && (before.derivesFrom === null) !== (set.derivesFrom === null))
    reading.problem(
      "/id",
      `“${set.id}” đang là ${before.derivesFrom === null ? "bộ quốc gia" : "bộ riêng của một tỉnh"}; hãy đặt mã khác`,
      `“${set.id}” is ${before.derivesFrom === null ? "a national set" : "a province's own set"}: give it another id`
    )
  const rival = known.find(
    ({ derivesFrom, id }) =>
      id !== set.id &&
      derivesFrom !== null &&
      derivesFrom.set === set.derivesFrom?.set &&
      derivesFrom.province === set.derivesFrom.province
  )
  if (rival !== undefined)
    reading.problem(
      "/derives",
      `tỉnh đã có bộ “${rival.id}” trên cùng bộ quốc gia; hãy nạp với mã đó`,
      `the province has “${rival.id}” on top of the same national set: load it under that id`
    )
  checkInputs(
    reading,
    set,
    known.filter(({ id }) => id !== set.id)
  )
  if (before !== undefined) checkDecisionsLeft(reading, set, before)
  if (before?.doNotEvaluate === false && set.doNotEvaluate)
    reading.warning(
      "/completeness/doNotEvaluate",
      "bộ đang dùng để đánh giá; với tệp này chỉ còn khung, sẽ không đánh giá được nữa",
      "the set is judged by now; with this file only its frame is left, and nothing can be judged by it"
    )
}
