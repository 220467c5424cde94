/** Variables of the process, or of a spec. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads a file that a variable names; throws where it cannot. */
export type ReadText = (file: string) => string

/** What a variable says; an empty one says nothing. */
export const given = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined

/**
 * A secret out of the environment (`NAME`), or out of the file that `NAME_FILE` names.
 *
 * **Details** Adds a line to `problems` where both are set, where the file cannot be read or is empty. Nothing of the secret is repeated.
 */
export const secretFrom = (
  env: Environment,
  name: string,
  readText: ReadText,
  problems: Array<string>
): string | undefined => {
  const [stated, file] = [given(env, name), given(env, `${name}_FILE`)]
  if (file === undefined) return stated
  if (stated !== undefined)
    problems.push(`Chỉ đặt một trong ${name} và ${name}_FILE · Set one of ${name} and ${name}_FILE, not both`)
  try {
    const text = readText(file).trim()
    if (text === "") problems.push(`${name}_FILE: tệp “${file}” trống · the file is empty`)
    return text
  } catch {
    problems.push(`${name}_FILE: không đọc được tệp “${file}” · the file cannot be read`)
    return undefined
  }
}
