import { formatDay as printDay, formatNumber as printNumber, isDay } from "@ntm/domain/values"

/** What stands where a cell is blank or a fact is not known. */
export const BLANK = "–"

/** "3.734,307"; as many decimals as the number needs where none are asked for; "–" for a blank cell. */
export const formatNumber = (value: number | null, decimals?: number): string =>
  value === null ? BLANK : printNumber(value, decimals)

/** "Thành phố Hải Phòng": a name as it stands at the head of a page. */
export const asHeading = (name: string): string => name.slice(0, 1).toLocaleUpperCase("vi") + name.slice(1)

/** "05/03/2025"; "–" where the day is not known; anything but a day ("2025-02") stays as it is. */
export const formatDay = (day: string | null): string => {
  if (day === null) return BLANK
  return isDay(day) ? printDay(day) : day
}
