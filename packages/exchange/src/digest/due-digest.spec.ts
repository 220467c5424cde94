import { describe, expect, it } from "vitest"
import { type DigestTask, dueDigest } from "./due-digest.ts"

const task = (no: string, rest: Partial<DigestTask> = {}): DigestTask => ({
  key: `kh-61/${no}`,
  parent: null,
  documentLabel: "61/KH-UBND",
  no,
  title: `Việc <${no}> & nộp`,
  due: "2025-06-25",
  days: 5,
  lateDays: 0,
  holders: [{ name: "Sở Xây dựng" }],
  ...rest
})
const instance = (name: string) =>
  task("1.2.a", {
    key: `kh-61/1.2.a@${name}`,
    parent: "kh-61/1.2.a",
    due: "2025-04-20",
    days: -61,
    lateDays: 61,
    holders: [{ name }]
  })
const districts = ["An Lão", "Cát Hải", "Kiến Thụy", "Tiên Lãng", "Vĩnh Bảo", "Bạch Long Vĩ"].map(
  (name) => `huyện ${name}`
)
const answer = {
  asOf: "2025-06-20",
  within: 14,
  overdue: districts.map(instance),
  due: [task("6"), task("7", { due: "2025-06-20", days: 0, holders: [] })]
}

describe("a digest of what is due", () => {
  it("says in Vietnamese who owes what, and puts instances of one task in one line", () => {
    expect(dueDigest(answer, "vi").text).toBe(`Nhiệm vụ đến hạn, ngày 20/06/2025

Quá hạn: 6

- 1.2.a. Việc <1.2.a> & nộp (61/KH-UBND)
  huyện An Lão, huyện Cát Hải, huyện Kiến Thụy, huyện Tiên Lãng và 2 đơn vị khác: hạn 20/04/2025, quá hạn 61 ngày

Đến hạn trong 14 ngày tới: 2

- 6. Việc <6> & nộp (61/KH-UBND)
  Sở Xây dựng: hạn 25/06/2025, còn 5 ngày
- 7. Việc <7> & nộp (61/KH-UBND)
  hạn 20/06/2025, đến hạn hôm nay
`)
  })

  it("says the same in English", () => {
    const { subject, text } = dueDigest({ ...answer, overdue: [{ ...task("1"), days: -1, lateDays: 1 }] }, "en")
    expect(subject).toBe("Tasks that are due, 2025-06-20")
    expect(text).toContain("Sở Xây dựng: due 2025-06-25, 1 day overdue")
    expect(text).toContain("Due within 14 days: 2")
  })

  it("names whose tasks they are", () => {
    const { html, subject } = dueDigest(answer, "vi", "Sở <Xây dựng>")
    expect(subject).toBe("Nhiệm vụ đến hạn của Sở <Xây dựng>, ngày 20/06/2025")
    expect(html).toContain("<h1>Nhiệm vụ đến hạn của Sở &lt;Xây dựng&gt;, ngày 20/06/2025</h1>")
    expect(dueDigest(answer, "en", "Sở Xây dựng").subject).toBe("Tasks of Sở Xây dựng that are due, 2025-06-20")
  })

  it("is HTML in which no text of a document is markup", () => {
    const { html } = dueDigest(answer, "vi")
    expect(html).toContain('<html lang="vi">')
    expect(html).toContain("6. Việc &lt;6&gt; &amp; nộp (61/KH-UBND)")
    expect(html).not.toContain("<6>")
    expect(html.match(/<tr>/g)).toHaveLength(2 + 3)
  })

  it("says so where nothing is due", () => {
    const { html, text } = dueDigest({ ...answer, overdue: [], due: [] }, "vi")
    expect(text).toContain("Quá hạn: 0\n\nKhông có nhiệm vụ nào.")
    expect(html).toContain("<p>Không có nhiệm vụ nào.</p>")
  })
})
