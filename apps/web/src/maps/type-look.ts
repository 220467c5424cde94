/** How units of a type are told apart on a map: by a ground and by what is drawn on it, so that no colour is needed. */
export type Look = "plain" | "lines" | "dots" | "net"

const looks: Readonly<Record<string, Look>> = {
  xã: "plain",
  huyện: "plain",
  phường: "lines",
  quận: "lines",
  "thị trấn": "dots",
  "thị xã": "dots",
  "đặc khu": "net",
  "thành phố": "net"
}

/** The look of a type; plain for one that is not known here. */
export const lookOf = (type: string): Look => looks[type] ?? "plain"
