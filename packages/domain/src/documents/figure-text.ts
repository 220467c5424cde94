import { formatNumber } from "../values/index.ts"
import type { Figure } from "./figure.ts"

/** A figure as its document prints it: "khoảng 601 km", "80–90 %", "Đạt", "–" where it could not be read. */
export const figureText = (figure: Figure): string => {
  const number = typeof figure.value === "number" ? formatNumber(figure.value, figure.decimals) : (figure.value ?? "–")
  const range = figure.valueMax === null ? number : `${number}–${formatNumber(figure.valueMax, figure.decimals)}`
  return [figure.qualifier, figure.printed ?? range, figure.unit].filter((part) => part !== null).join(" ")
}
