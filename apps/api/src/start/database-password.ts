import { type Environment, given, type ReadText } from "./environment.ts"

/** A file with the password of the database's account, and what it said last. */
export interface PasswordFile {
  readonly path: string
  readonly first: string
}

/**
 * Reads `NTM_DATABASE_PASSWORD_FILE`, which is read again as each connection is opened; null where there is none.
 *
 * **Details** Adds a line to `problems` where it cannot be read, is empty, or stands beside a password in `DATABASE_URL` or without that. Nothing of it is repeated.
 */
export const readPasswordFile = (
  env: Environment,
  readText: ReadText,
  databaseUrl: string | null,
  problems: Array<string>
): PasswordFile | null => {
  const name = "NTM_DATABASE_PASSWORD_FILE"
  const path = given(env, name)
  if (path === undefined) return null
  if (databaseUrl === null || (URL.canParse(databaseUrl) && new URL(databaseUrl).password !== ""))
    problems.push(
      `${name} cần một DATABASE_URL không kèm mật khẩu · ${name} needs a DATABASE_URL without a password of its own`
    )
  try {
    const first = readText(path).trim()
    if (first === "") problems.push(`${name}: tệp “${path}” trống · the file is empty`)
    return { path, first }
  } catch {
    problems.push(`${name}: không đọc được tệp “${path}” · the file cannot be read`)
    return null
  }
}

/**
 * The password as it stands in the file now. What cannot be read, or is empty, is told, and the last one that could be is shown: it may hold yet.
 *
 * **Details** Never throws: it is asked by the pool.
 */
export const passwordNow = ({ first, path }: PasswordFile, readText: ReadText, tell: (line: string) => void) => {
  let last = first
  return (): string => {
    try {
      const text = readText(path).trim()
      if (text === "") tell(`NTM_DATABASE_PASSWORD_FILE: tệp “${path}” trống · the file is empty`)
      else last = text
    } catch (cause) {
      tell(`NTM_DATABASE_PASSWORD_FILE: không đọc được tệp “${path}” · the file cannot be read: ${String(cause)}`)
    }
    return last
  }
}
