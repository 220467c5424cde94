import type { Condition, Flag, InputKey } from "@ntm/domain/criteria"

/** Phrases of the decisions that an attribute of the unit answers. */
const phrases: ReadonlyArray<readonly [phrase: string, flag: Flag]> = [
  ["đặc biệt khó khăn", "speciallyDifficult"],
  ["an toàn khu", "safeZone"],
  ["biên giới", "border"],
  ["đảo", "island"],
  ["hải đảo", "island"],
  ["đô thị", "urban"]
]

const flagOf = (words: string): Condition | null => {
  const bare = words
    .toLowerCase()
    .replace(/^(các )?(xã|phường|đơn vị|huyện|là) /u, "")
    .trim()
  const flag = phrases.find(([phrase]) => phrase === bare)?.[1]
  return flag === undefined ? null : { if: "flag", is: flag }
}

/**
 * A sentence of a decision as a condition: "Xã đặc biệt khó khăn hoặc xã an toàn khu thuộc huyện nghèo …".
 *
 * **Details** Attributes that the register of units knows are asked of it; what follows "thuộc", and a sentence that names no
 * such attribute, is stated by a person under `input`.
 */
export const conditionOfText = (text: string, input: InputKey): Condition => {
  const stated = (words: string): Condition => ({ if: "stated", input, text: words })
  const [, head = text, tail] = /^(.*?)(?: (thuộc .+))?$/su.exec(text.trim()) ?? []
  const flags = head.split(/ hoặc /u).map(flagOf)
  const known = flags.filter((flag) => flag !== null)
  if (known.length !== flags.length) return stated(text)
  const [only] = known
  const attribute: Condition = known.length === 1 && only !== undefined ? only : { if: "any", of: known }
  return tail === undefined ? attribute : { if: "all", of: [attribute, stated(tail)] }
}
