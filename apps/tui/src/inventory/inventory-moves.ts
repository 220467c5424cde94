import type { ListedItem } from "@ntm/contract"
import type { Move } from "../desk/desk.ts"
import { choiceField, dayField, type Filled, type FormField, textField } from "../desk/form.ts"
import { both } from "../language/lang.ts"
import type { InventoryKind } from "./inventory-kind.ts"

const own = {
  renewed: both("Công nhận lại sản phẩm", "Grade the product again"),
  ended: both("Không còn nữa", "It is no more"),
  withdrawn: both("Rút khỏi sổ (ghi nhầm)", "Withdraw it (put down by mistake)"),
  day: both("Ngày", "Day"),
  stars: both("Hạng sao", "Stars"),
  until: both("Giấy chứng nhận đến ngày", "Certificate until"),
  reason: both("Lý do", "Why"),
  document: both("Văn bản", "Document")
} as const

const stars = ["3", "4", "5"].map((key) => ({ key, label: both(`${key} sao`, `${key} stars`) }))

const reasoned = (tag: "ended" | "withdrawn") => ({
  tag,
  fields: [textField("reason", own.reason)],
  body: ({ text }: Filled): object => ({ _tag: tag, reason: text("reason") })
})

const renewed = {
  tag: "renewed",
  fields: [choiceField("stars", own.stars, stars), dayField("until", own.until, { needed: false })],
  body: ({ text }: Filled): object => ({ _tag: "renewed", stars: Number(text("stars")), until: text("until") })
} as const satisfies {
  readonly tag: keyof typeof own
  readonly fields: ReadonlyArray<FormField>
  readonly body: object
}

/** What may become of an entry that was neither ended nor withdrawn. */
export const inventoryMoves = ({ body, id, state }: ListedItem, today: string): ReadonlyArray<Move<InventoryKind>> =>
  state.because === "ended" || state.because === "withdrawn"
    ? []
    : [...(body._tag === "ocop" ? [renewed] : []), reasoned("ended"), reasoned("withdrawn")].map((one) => ({
        key: one.tag,
        label: own[one.tag],
        fields: [
          dayField("day", own.day, { start: today }),
          ...one.fields,
          textField("document", own.document, { needed: false })
        ],
        send: (filled) => ({
          item: id,
          day: filled.text("day"),
          body: one.body(filled),
          document: filled.text("document")
        })
      }))
