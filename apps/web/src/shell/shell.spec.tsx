import { fireEvent, screen } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import DocumentsPage from "../documents/documents-page.tsx"
import { plan } from "@ntm/domain/testing"
import { answering, everybody, showPage, unreachable } from "../testing/show.tsx"
import { Shell } from "./shell.tsx"

describe("the shell", () => {
  it("names the province, the plan, its issuer and its day", async () => {
    showPage(DocumentsPage, answering({ "/documents": { items: [plan] } }), "/van-ban", Shell)
    const header = await screen.findByRole("banner")
    await screen.findByText("Kế hoạch 61/KH-UBND", { selector: "header a" })
    expect(header).toHaveTextContent("Thành phố Hải Phòng")
    expect(header).toHaveTextContent("UBND thành phố Hải Phòng ban hành ngày 05/03/2025")
  })

  it("speaks English after the switch, tells the browser so, and remembers it", async () => {
    showPage(DocumentsPage, answering({ "/documents": { items: [plan] } }), "/van-ban", Shell)
    expect(await screen.findByRole("link", { name: "Nguồn lực" })).toBeInTheDocument()
    fireEvent.click(screen.getByRole("button", { name: /English/ }))
    expect(screen.getByRole("link", { name: "Resources" })).toBeInTheDocument()
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Documents & findings")
    expect(document.documentElement.lang).toBe("en")
    expect(localStorage.getItem("ntm.language")).toBe("en")
  })

  it("says which page is open", async () => {
    showPage(DocumentsPage, answering({ "/documents": { items: [] } }), "/phat-hien", Shell)
    expect(await screen.findByRole("link", { name: "Văn bản & phát hiện" })).toHaveAttribute("aria-current", "page")
    expect(screen.getByRole("link", { name: "Tổng quan" })).not.toHaveAttribute("aria-current")
  })

  it("says in Vietnamese what to do when the server cannot be reached", async () => {
    showPage(DocumentsPage, unreachable(), "/van-ban", Shell)
    const alert = await screen.findByRole("alert")
    expect(alert).toHaveTextContent("Không tải được số liệu")
    expect(alert).toHaveTextContent("Kiểm tra mạng và máy chủ")
    expect(screen.getByRole("button", { name: "Thử lại" })).toBeInTheDocument()
  })

  it("shows the server's own sentence for a problem that it names", async () => {
    showPage(DocumentsPage, answering({}), "/van-ban", Shell)
    expect(await screen.findByRole("alert")).toHaveTextContent("Không có trang số liệu này")
  })

  it("shows the way to sign in in the place of any page to who has not, and asks for nothing else", async () => {
    const asked: Array<string> = []
    const ways = { accounts: true, providers: [], demonstration: ["leader"] as const }
    showPage(DocumentsPage, answering({}, asked), "/van-ban", Shell, "*", { ...everybody, ways })
    expect(await screen.findByRole("heading", { level: 1, name: "Đăng nhập" })).toBeInTheDocument()
    expect(screen.getByRole("button", { name: "Lãnh đạo" })).toBeInTheDocument()
    expect(screen.queryByRole("navigation", { name: "Các trang" })).not.toBeInTheDocument()
    expect(asked).toEqual([])
  })
})
