import type { Bilingual } from "@ntm/domain/values"

export interface OptionSpec {
  readonly name: string
  readonly short?: string
  /** What stands for its value in help; a switch has none. */
  readonly value?: string
  /** Whether it may be given several times: a command gets the values with line breaks between them. The last one counts otherwise. */
  readonly many?: true
  readonly about: Bilingual
}

export type CommandName =
  | "tui"
  | "audit"
  | "units"
  | "sets"
  | "observations"
  | "assess"
  | "rollup"
  | "targets"
  | "proof"
  | "verify"
  | "movement"
  | "funding"
  | "works"
  | "tasks"
  | "due"
  | "recommendations"
  | "inventory"
  | "export"
  | "agencies"
  | "login"
  | "logout"
  | "whoami"
  | "people"
  | "keys"
  | "audit-log"
  | "dossiers"
  | "version"
  | "help"

export interface CommandSpec {
  readonly name: CommandName
  /** What stands after the command: "PATH…". */
  readonly operands: { readonly shown: string; readonly least: number; readonly most: number }
  readonly options: ReadonlyArray<OptionSpec>
  readonly about: Bilingual
  readonly details: ReadonlyArray<Bilingual>
  readonly examples: ReadonlyArray<string>
}
