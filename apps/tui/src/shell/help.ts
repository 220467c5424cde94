import { both, type Lang, say } from "../language/lang.ts"
import { commands, commonOptions, findCommand } from "./commands.ts"
import type { CommandSpec, OptionSpec } from "./command-spec.ts"

const headings = {
  purpose: both(
    "ntm · điều hành Chương trình MTQG xây dựng nông thôn mới",
    "ntm · runs the National Target Programme on New Rural Development"
  ),
  usage: both("Cách dùng", "Usage"),
  commands: both("Các lệnh", "Commands"),
  options: both("Tùy chọn", "Options"),
  anyCommand: both("[lệnh]", "[command]"),
  anyOptions: both("[tùy chọn]", "[options]"),
  examples: both("Ví dụ", "Examples"),
  more: both(
    "Xem thêm: ntm help <lệnh>   ·   English: ntm help --lang en",
    "More: ntm help <command>   ·   Tiếng Việt: ntm help"
  )
}

const WIDTH = 78

/** Plain wrapping: help is written in composed letters, one cell each, and must not wait for a width table to load. */
const wrapped = (text: string, indent: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH - indent) {
      lines.push(line)
      line = word
    } else line = line === "" ? word : `${line} ${word}`
  }
  return [...lines, line].map((part, index) => (index === 0 ? part : " ".repeat(indent) + part))
}

const entries = (rows: ReadonlyArray<readonly [string, string]>): ReadonlyArray<string> => {
  const room = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows.flatMap(([name, about]) => {
    const [head, ...rest] = wrapped(about, room)
    return [`  ${name.padEnd(room - 2)}${head}`, ...rest]
  })
}

const optionName = ({ name, short, value }: OptionSpec): string =>
  [short === undefined ? "   " : `-${short},`, `--${name}`, ...(value === undefined ? [] : [value])].join(" ")

const optionEntries = (options: ReadonlyArray<OptionSpec>, lang: Lang): ReadonlyArray<string> =>
  entries(options.map((option) => [optionName(option), say(option.about, lang)]))

const overview = (lang: Lang): ReadonlyArray<string> => [
  say(headings.purpose, lang),
  "",
  `${say(headings.usage, lang)}: ntm ${say(headings.anyCommand, lang)} ${say(headings.anyOptions, lang)}`,
  "",
  `${say(headings.commands, lang)}:`,
  ...entries(commands.map((command) => [`${command.name} ${command.operands.shown}`.trim(), say(command.about, lang)])),
  "",
  `${say(headings.options, lang)}:`,
  ...optionEntries(
    [
      ...(findCommand("tui")?.options ?? []),
      ...commonOptions,
      { name: "version", short: "V", about: both("in phiên bản", "print the version") }
    ],
    lang
  ),
  "",
  `${say(headings.examples, lang)}:`,
  ...commands.flatMap((command) => command.examples.slice(0, 1).map((example) => `  ${example}`)),
  "",
  say(headings.more, lang)
]

const ofCommand = (command: CommandSpec, lang: Lang): ReadonlyArray<string> => [
  `ntm ${command.name} · ${say(command.about, lang)}`,
  "",
  `${say(headings.usage, lang)}: ${`ntm ${command.name} ${command.operands.shown}`.trim()} ${say(headings.anyOptions, lang)}`,
  ...command.details.flatMap((detail) => ["", ...wrapped(say(detail, lang), 0)]),
  "",
  `${say(headings.options, lang)}:`,
  ...optionEntries([...command.options, ...commonOptions], lang),
  "",
  `${say(headings.examples, lang)}:`,
  ...command.examples.map((example) => `  ${example}`)
]

/** The help page of one command, or of `ntm` as a whole; ends with a newline. */
export const helpText = (name: string | undefined, lang: Lang): string => {
  const command = name === undefined ? undefined : findCommand(name)
  return `${(command === undefined ? overview(lang) : ofCommand(command, lang)).join("\n")}\n`
}
