import { Text, type TextProps } from "ink"
import { createContext, useContext } from "react"
import type { Line, Tone } from "./line.ts"

/** Whether the terminal shows colours. Bold and inverse stay without them. */
export const Colour = createContext(true)

const coloured: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  dim: { dimColor: true },
  strong: { bold: true },
  good: { color: "green" },
  warn: { color: "yellow" },
  bad: { color: "red" },
  accent: { color: "cyan" }
}

const uncoloured: Readonly<Record<Tone, TextProps>> = {
  ...coloured,
  good: {},
  warn: {},
  bad: { bold: true },
  accent: { bold: true }
}

/** One line of the screen. */
export const Row = ({ line }: { readonly line: Line }) => {
  const looks = useContext(Colour) ? coloured : uncoloured
  return (
    <Text wrap="truncate-end">
      {line.length === 0
        ? " "
        : line.map((part, index) => (
            <Text
              key={index}
              {...(part.chosen === true && part.tone === "dim" ? {} : looks[part.tone])}
              inverse={part.chosen === true}
            >
              {part.text}
            </Text>
          ))}
    </Text>
  )
}
