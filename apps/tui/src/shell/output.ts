import type { Lang } from "../language/lang.ts"

/** Where a command writes. A command never touches `process`: specs hand in their own. */
export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `out` is a terminal that shows colours. */
  readonly colour: boolean
}

/** What a command returns to the shell. */
export const exit = {
  done: 0,
  /** `audit` found relations that do not hold. */
  findings: 1,
  /** The command line or the input cannot be read. */
  misuse: 2,
  /** The server does not answer (EX_UNAVAILABLE). */
  unavailable: 69,
  /** A fault of the program itself (EX_SOFTWARE). */
  fault: 70
} as const

/** A command line that was understood. */
export interface Request {
  readonly command: string
  readonly operands: ReadonlyArray<string>
  readonly lang: Lang
  /** Origin of the API, without a trailing slash. */
  readonly server: string
  readonly json: boolean
  /** Values of the command's other options, by name: {"as-of": "2025-07-01"}; "" for a switch. */
  readonly options: Readonly<Record<string, string>>
}

/** One command of `ntm`, loaded only when it is asked for. */
export type RunCommand = (request: Request, output: Output) => Promise<number>
