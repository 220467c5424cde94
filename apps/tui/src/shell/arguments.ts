import { parseArgs } from "node:util"
import type { Bilingual } from "@ntm/domain/values"
import { both, isLang, type Lang } from "../language/lang.ts"
import { commands, commonOptions, findCommand } from "./commands.ts"
import type { CommandSpec, OptionSpec } from "./command-spec.ts"
import { nearest } from "./nearest.ts"
import type { Request } from "./output.ts"

/**
 * The command line, read with `parseArgs` of Node.
 *
 * Why not `effect/cli`: bundled it starts in 65 ms against 25 ms here, needs five platform services (files, paths,
 * processes, terminal, standard streams) before it can print a line, and its messages are English unless each one is
 * mapped. A few commands and their options are a table and this page.
 */
export type Parsed =
  | { readonly _tag: "Run"; readonly command: CommandSpec; readonly request: Request }
  | { readonly _tag: "Misuse"; readonly message: Bilingual; readonly command: string | null }

const allOptions = new Map(
  [...commonOptions, { name: "version", short: "V", about: both("", "") }, ...commands.flatMap((c) => c.options)].map(
    (option): [string, OptionSpec] => [option.name, option]
  )
)

/** Switches that have a field of their own in the request, or never reach a command. */
const answeredHere: ReadonlySet<string> = new Set(["json", "help", "version"])

const parserOptions = Object.fromEntries(
  [...allOptions.values()].map((option) => [
    option.name,
    {
      type: option.value === undefined ? ("boolean" as const) : ("string" as const),
      ...(option.short ? { short: option.short } : {})
    }
  ])
)

const misuse = (vi: string, en: string, command: string | null = null): Parsed => ({
  _tag: "Misuse",
  message: both(vi, en),
  command
})

const maybe = (meant: string | undefined): { readonly vi: string; readonly en: string } =>
  meant === undefined ? both("", "") : both(` Có phải ý bạn là “${meant}”?`, ` Did you mean “${meant}”?`)

const unknownCommand = (name: string): Parsed => {
  const meant = maybe(
    nearest(
      name,
      commands.map((command) => command.name)
    )
  )
  return misuse(`Không có lệnh “${name}”.${meant.vi}`, `There is no command “${name}”.${meant.en}`)
}

const unknownOption = (rawName: string, command: CommandSpec): Parsed => {
  const known = [...commonOptions, ...command.options].map((option) => `--${option.name}`)
  const meant = maybe(nearest(rawName, known))
  return misuse(
    `Lệnh “${command.name}” không có tùy chọn “${rawName}”.${meant.vi}`,
    `Command “${command.name}” has no option “${rawName}”.${meant.en}`,
    command.name
  )
}

const origin = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "")
}

/** Where the API is when nobody says: this machine, on the port that `npm start` uses. */
export const defaultServer = (env: Readonly<Record<string, string | undefined>>): string =>
  env["NTM_SERVER"] || `http://127.0.0.1:${env["PORT"] || "4100"}`

/** Reads a command line, without `node` and the script. Never fails: what cannot be read is a `Misuse` that says why. */
export const readArguments = (
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string | undefined>>
): Parsed => {
  const { tokens } = parseArgs({
    args: [...args],
    options: parserOptions,
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []))
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token] : []))
  const asks = (name: string): boolean => given.some((token) => token.name === name)

  const [first, ...rest] = words
  const named = findCommand(first ?? "tui")
  if (named === undefined) return unknownCommand(first ?? "")

  let lang: Lang = env["NTM_LANG"] === "en" ? "en" : "vi"
  let server = defaultServer(env)
  const options: Record<string, string> = {}
  for (const token of given) {
    const option = allOptions.get(token.name)
    const belongs =
      commonOptions.some((o) => o.name === token.name) ||
      named.options.some((o) => o.name === token.name) ||
      (token.name === "version" && first === undefined)
    if (option === undefined || !belongs) return unknownOption(token.rawName, named)
    if (option.value === undefined) {
      if (token.value !== undefined)
        return misuse(
          `Tùy chọn “${token.rawName}” không nhận giá trị.`,
          `Option “${token.rawName}” takes no value.`,
          named.name
        )
      if (!answeredHere.has(token.name)) options[token.name] = ""
      continue
    }
    if (token.value === undefined || (token.inlineValue !== true && token.value.startsWith("-")))
      return misuse(
        `Tùy chọn “${token.rawName}” cần giá trị ${option.value}.`,
        `Option “${token.rawName}” needs a value ${option.value}.`,
        named.name
      )
    if (token.name === "server") server = token.value
    else if (token.name !== "lang") {
      const before = option.many === true ? options[token.name] : undefined
      options[token.name] = before === undefined ? token.value : `${before}\n${token.value}`
    } else if (isLang(token.value)) lang = token.value
    else
      return misuse(
        `Ngôn ngữ “${token.value}” chưa có; chọn vi hoặc en.`,
        `There is no language “${token.value}”; choose vi or en.`,
        named.name
      )
  }

  const shortcut = asks("help") ? "help" : asks("version") ? "version" : undefined
  const command = shortcut === undefined ? named : (findCommand(shortcut) ?? named)
  const operands = shortcut === undefined ? rest : first === undefined || shortcut === "version" ? [] : [named.name]

  const operand = command.operands.shown.replace("…", "")
  if (operands.length < command.operands.least)
    return misuse(
      `Lệnh “${command.name}” cần ít nhất một ${operand}.`,
      `Command “${command.name}” needs at least one ${operand}.`,
      command.name
    )
  const extra = operands[command.operands.most]
  if (extra !== undefined)
    return misuse(
      `Lệnh “${command.name}” không nhận “${extra}”.`,
      `Command “${command.name}” does not take “${extra}”.`,
      command.name
    )
  if (command.name === "help" && operands[0] !== undefined && findCommand(operands[0]) === undefined)
    return unknownCommand(operands[0])

  const address = origin(server)
  if (address === undefined && command.options.some((option) => option.name === "server"))
    return misuse(
      `“${server}” không phải địa chỉ máy chủ; ví dụ đúng: http://127.0.0.1:4100`,
      `“${server}” is not the address of a server; for example: http://127.0.0.1:4100`,
      command.name
    )
  return {
    _tag: "Run",
    command,
    request: { command: command.name, operands, lang, server: address ?? server, json: asks("json"), options }
  }
}
