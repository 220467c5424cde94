import { fireEvent, screen, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { catHaiFinding, fundingTable, plan, planId } from "@ntm/domain/testing"
import { answering, showPage } from "../testing/show.tsx"
import PrintedPage from "./printed-page.tsx"

const show = () => {
  const asked: Array<string> = []
  showPage(
    PrintedPage,
    answering(
      {
        "/documents": { items: [plan] },
        "/funding/tables": { items: [fundingTable] },
        "/findings": { items: [catHaiFinding] }
      },
      asked
    )
  )
  return asked
}

describe("the printed table of resources", () => {
  it("marks exactly the cell that a finding doubts, in words as well", async () => {
    show()
    const mark = await screen.findByRole("button", { name: /Vốn đầu tư công của Cát Hải không bằng/ })
    expect(mark).toHaveTextContent("896.210")
    expect(mark.closest("tr")).toHaveTextContent("huyện Cát Hải")
    const table = screen.getByRole("table")
    expect(within(table).getAllByRole("button")).toHaveLength(1)
  })

  it("opens the finding with both numbers, the difference, the cause and the places, and closes again", async () => {
    show()
    fireEvent.click(await screen.findByRole("button", { name: /Cát Hải/ }))
    const panel = screen.getByRole("dialog")
    expect(panel).toHaveTextContent("Văn bản ghi896.210 triệu đồng")
    expect(panel).toHaveTextContent("Chênh lệch+896.210 triệu đồng")
    expect(panel).toHaveTextContent("Bằng ô ở dòng trên.")
    expect(within(panel).getAllByRole("link")[0]).toHaveAttribute(
      "href",
      `/van-ban/${planId}#bang-appendix-02-funding-dong-1`
    )
    fireEvent.click(within(panel).getByRole("button", { name: "Đóng" }))
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("shows amounts in triệu đồng or tỷ đồng without losing any, and a blank cell as a dash", async () => {
    show()
    const row = (await screen.findByRole("rowheader", { name: "huyện Cát Hải" })).closest("tr")
    expect(row).toHaveTextContent("1.001.013")
    expect(row?.cells[4]).toHaveTextContent(/^–$/)
    fireEvent.click(screen.getByLabelText("Tỷ đồng"))
    expect(row).toHaveTextContent("1.001,013")
  })

  it("asks for the tables of the plan only", async () => {
    const asked = show()
    await screen.findByRole("table")
    expect(asked).toContain(`/api/v1/funding/tables?document=${planId}`)
  })
})
