import { Schema } from "effect"
import { type Bilingual, bothLanguages, quoted } from "./bilingual.ts"

/** Why a text or a number is not an amount of money. */
export class MoneyError extends Schema.TaggedError<MoneyError>()("MoneyError", {
  reason: Schema.Literals([
    "empty",
    "notANumber",
    "separators",
    "unitMissing",
    "unitUnknown",
    "compound",
    "fraction",
    "range"
  ]),
  text: Schema.String
}) {
  get sentence(): Bilingual {
    const text = quoted(this.text)
    switch (this.reason) {
      case "empty":
        return { vi: "Chưa có số tiền", en: "The amount is missing" }
      case "notANumber":
        return { vi: `${text} không phải là số tiền`, en: `${text} is not an amount of money` }
      case "separators":
        return {
          vi: `${text} đặt sai dấu phân cách: dấu chấm ngăn từng nhóm ba chữ số, dấu phẩy trước phần thập phân`,
          en: `${text} has misplaced separators: a dot goes between groups of three digits, a comma before the decimals`
        }
      case "unitMissing":
        return {
          vi: `${text} chưa ghi đơn vị tiền (đồng, nghìn đồng, triệu đồng hay tỷ đồng)`,
          en: `${text} does not say its unit of money (đồng, thousand, million or billion đồng)`
        }
      case "unitUnknown":
        return {
          vi: `${text} có đơn vị không phải là đồng, nghìn đồng, triệu đồng hay tỷ đồng`,
          en: `${text} has a unit other than đồng, thousand, million or billion đồng`
        }
      case "compound":
        return {
          vi: `${text} ghép các đơn vị tiền không hợp lệ: phải từ lớn đến nhỏ, như “12 tỷ 500 triệu đồng”`,
          en: `${text} combines units of money wrongly: they must go from large to small, as in “12 tỷ 500 triệu đồng”`
        }
      case "fraction":
        return { vi: `${text} có phần lẻ nhỏ hơn một đồng`, en: `${text} states a fraction of one đồng` }
      case "range":
        return {
          vi: `${text} vượt quá số tiền lớn nhất có thể ghi chính xác (9.007.199.254.740.991 đồng)`,
          en: `${text} exceeds the largest amount that can be kept exactly (9,007,199,254,740,991 đồng)`
        }
    }
  }
  override get message() {
    return bothLanguages(this.sentence)
  }
}
