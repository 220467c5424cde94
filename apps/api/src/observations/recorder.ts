import { userInfo } from "node:os"

/**
 * Under whose name values are recorded, as long as nobody can sign in: `NTM_RECORDER`, or the account that the program runs
 * under. Nobody is made up.
 */
export const recorderOf = (env: Readonly<Record<string, string | undefined>>): string =>
  env["NTM_RECORDER"]?.trim() || `tài khoản máy “${userInfo().username}”`
