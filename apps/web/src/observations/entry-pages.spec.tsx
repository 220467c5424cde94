import { type Fetch, makeClient } from "@ntm/contract"
import { evidenceSamples } from "@ntm/domain/testing"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import type { RouteSectionProps } from "@solidjs/router"
import type { Component } from "solid-js"
import { describe, expect, it } from "vitest"
import { type TellingFetch, UploadProvider } from "../data/upload.ts"
import { showPage } from "../testing/show.tsx"
import { counts, oldHaiPhong, unit } from "../units/testing/register.ts"
import ColumnPage from "./column-page.tsx"
import FormPage from "./form-page.tsx"

const input = {
  key: "incomePerPerson",
  kind: "amount",
  unit: "triệu đồng",
  name: "Thu nhập bình quân",
  agencies: ["Thống kê"],
  carry: "none"
}
const road = { ...input, key: "road", kind: "attestation", unit: null, name: "Đường thôn" }
const units = [unit(1, "11623", "xã", "An Đồng"), unit(2, "11590", "xã", "An Hòa")]
const observation = { id: 7, day: "2024-12-31", value: 80.1, state: "approved", illustrative: true, evidence: [] }
const inForce = { observation, moves: [] }
const set = {
  id: "xa",
  name: "Bộ xã",
  criteria: [{ no: 10, name: "Thu nhập", indicators: [{ input: input.key, rule: null }] }]
}

const answers: Readonly<Record<string, unknown>> = {
  "/documents": { items: [] },
  "/units": { asOf: "2024-12-31", items: [oldHaiPhong], counts: counts(1, 0, 2) },
  "/inputs": { items: [input, road] },
  "/inputs/incomePerPerson/observations": {
    asOf: "2024-12-31",
    input,
    items: units.map((each, at) => ({ unit: each, inForce: at === 0 ? inForce : null, ageDays: null, pending: null }))
  },
  "/units/11623/observations": {
    asOf: "2024-12-31",
    unit: units[0],
    items: [
      { input, sets: ["xa"], inForce, ageDays: 0, pending: null },
      { input: road, sets: ["xa"], inForce: null, ageDays: null, pending: null }
    ]
  },
  "/criteria-sets": { items: [set] },
  "/criteria-sets/xa": set
}

const refusal = (type: string, status: number, errors: ReadonlyArray<object> = []) =>
  new Response(
    JSON.stringify({ type: `urn:ntm:problem:${type}`, title: "Không ghi", titleEn: "Refused", status, errors }),
    {
      status
    }
  )

const open = (page: Component, address: string, path: string, record: (rows: ReadonlyArray<object>) => Response) => {
  const sent: Array<ReadonlyArray<object>> = []
  const fetch: Fetch = async (url, init) => {
    if (init.method === "POST") {
      const { rows } = JSON.parse(String(init.body ?? "{}"))
      sent.push(rows)
      return record(rows)
    }
    const body = answers[decodeURIComponent(new URL(url, "http://here").pathname.replace("/api/v1", ""))]
    return body === undefined ? refusal("missing", 404) : new Response(JSON.stringify(body))
  }
  const root = (props: RouteSectionProps) => <UploadProvider value={uploading}>{props.children}</UploadProvider>
  showPage(page, makeClient(fetch, ""), address, root, path)
  return sent
}

/** Keeps every file but one that never arrives and one that comes from elsewhere; tells half of the way. */
const uploading: TellingFetch =
  (progress) =>
  (url, { body }) => {
    progress(0.5)
    const name = new URL(url, "http://here").searchParams.get("name")
    if (name === "chờ.pdf") return new Promise(() => undefined)
    if (name === "xa.pdf") return refusal("changes-stay-local", 403)
    const bytes = body instanceof Uint8Array ? body.length : 0
    return Response.json({ sha256: "a".repeat(64), bytes, mediaType: "application/pdf", name })
  }
const recorded = (rows: ReadonlyArray<object>) =>
  new Response(JSON.stringify({ recordedAt: "2025-01-01T00:00:00Z", items: rows.map((_, row) => ({ row, id: row })) }))

const column = (record = recorded) =>
  open(ColumnPage, "/nhap-so-lieu?chi-so=incomePerPerson&as_of=2024-12-31", "/nhap-so-lieu", record)
const form = (record = recorded) =>
  open(FormPage, "/don-vi/11623/nhap-so-lieu?as_of=2024-12-31", "/don-vi/:code/nhap-so-lieu", record)
/** Chooses files in the dialog that a button opens. */
const choose = (label: RegExp, ...files: ReadonlyArray<File>) => {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[type="file"]')
  const one = [...inputs].find((each) => label.test(each.getAttribute("aria-label") ?? ""))
  if (one === undefined) throw new Error("no such field for files")
  fireEvent.change(one, { target: { files } })
}
const paper = (name: string, content = evidenceSamples.pdf) => new File([content], name)
const field = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name: `Giá trị mới của ${name}` })
const paste = (element: HTMLElement, text: string) =>
  fireEvent.paste(element, { clipboardData: { getData: () => text } })
const submit = () => fireEvent.click(screen.getByRole("button", { name: "Nộp" }))

describe("the column of an indicator", () => {
  it("takes a pasted column, records it when asked to, and corrects the value of the same day", async () => {
    const sent = column()
    paste(await field("xã An Đồng"), "81,5\n70\n9\n")
    expect((await field("xã An Hòa")).value).toBe("70")
    expect(screen.getByText("1 giá trị thừa ở cuối không có dòng để dán.")).toBeInTheDocument()
    expect(sent).toEqual([])
    submit()
    await screen.findByText("Đã ghi 2 giá trị, trạng thái: đã nộp.")
    const row = { input: "incomePerPerson", day: "2024-12-31", state: "submitted" }
    expect(sent).toEqual([
      [
        { ...row, unit: "11623", value: 81.5, supersedes: 7 },
        { ...row, unit: "11590", value: 70, supersedes: null }
      ]
    ])
    expect((await field("xã An Hòa")).value).toBe("")
  })

  it("sends nothing while a value cannot be read, and says which", async () => {
    const sent = column()
    fireEvent.input(await field("xã An Đồng"), { target: { value: "81" } })
    fireEvent.input(await field("xã An Hòa"), { target: { value: "bảy mươi" } })
    submit()
    await screen.findByText(/^Chưa ghi gì: 1 giá trị chưa đúng/)
    expect(screen.getByRole("row", { name: /An Hòa/ })).toHaveTextContent("“bảy mươi” không phải là số")
    expect(await field("xã An Hòa")).toHaveAttribute("aria-invalid", "true")
    expect(sent).toEqual([])
  })

  it("puts a refusal at its line and keeps what was typed", async () => {
    column(() =>
      refusal("observations-refused", 422, [{ path: "rows[0].value", message: "Thấp quá", messageEn: "Low" }])
    )
    fireEvent.input(await field("xã An Hòa"), { target: { value: "1" } })
    submit()
    await waitFor(() => expect(screen.getByRole("row", { name: /An Hòa/ })).toHaveTextContent("Thấp quá"))
    expect((await field("xã An Hòa")).value).toBe("1")
    expect(screen.getByRole("row", { name: /An Đồng/ })).not.toHaveTextContent("Thấp quá")
  })

  it("says when values are taken on the server's own machine only", async () => {
    column(() => refusal("changes-stay-local", 403))
    fireEvent.input(await field("xã An Hòa"), { target: { value: "70" } })
    submit()
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "chỉ ghi được số liệu trên địa chỉ 127.0.0.1 của chính máy ấy"
    )
    expect((await field("xã An Hòa")).value).toBe("70")
  })

  it("is gone through by arrows and Enter; Escape takes a value back", async () => {
    column()
    const first = await field("xã An Đồng")
    first.focus()
    fireEvent.input(first, { target: { value: "5" } })
    fireEvent.keyDown(first, { key: "Enter" })
    expect(await field("xã An Hòa")).toHaveFocus()
    fireEvent.keyDown(await field("xã An Hòa"), { key: "ArrowUp" })
    expect(first).toHaveFocus()
    fireEvent.keyDown(first, { key: "Escape" })
    expect(first.value).toBe("")
  })
})

describe("evidence of a whole column", () => {
  it("goes with every value that is recorded together", async () => {
    const sent = column()
    paste(await field("xã An Đồng"), "81\n70\n")
    choose(/chung cho mọi giá trị/, paper("báo cáo.pdf"))
    await screen.findByRole("link", { name: "báo cáo.pdf (69 B)" })
    submit()
    await screen.findByText("Đã ghi 2 giá trị, trạng thái: đã nộp.")
    const evidence = [{ file: "báo cáo.pdf", sha256: "a".repeat(64), bytes: 69 }]
    expect(sent[0]).toMatchObject([{ evidence }, { evidence }])
  })
})

describe("the form of a unit", () => {
  it("groups what is asked by criterion, and records as a draft with note and evidence", async () => {
    const sent = form()
    const income = await screen.findByRole("region", { name: "Thu nhập" })
    expect(income).toHaveTextContent("80,1 triệu đồng · 31/12/2024 · đã phê duyệt · số minh họa")
    expect(screen.getByRole("region", { name: "Nội dung khác" })).toHaveTextContent("chưa có số liệu")
    fireEvent.input(within(income).getByRole("textbox"), { target: { value: "82" } })
    fireEvent.input(within(income).getByLabelText("Ghi chú"), { target: { value: "theo niên giám" } })
    fireEvent.input(within(income).getByLabelText(/^Liên kết/), { target: { value: "https://a.vn/b" } })
    fireEvent.change(screen.getByRole("combobox", { name: "Giá trị: Đường thôn" }), { target: { value: "1" } })
    fireEvent.click(screen.getByRole("button", { name: "Lưu nháp" }))
    await screen.findByText("Đã ghi 2 giá trị, trạng thái: nháp.")
    expect(sent[0]).toMatchObject([
      {
        unit: "11623",
        value: 82,
        state: "draft",
        note: "theo niên giám",
        evidence: [{ link: "https://a.vn/b", title: null }]
      },
      { input: "road", value: 1, supersedes: null }
    ])
  })

  it("sends files as they are attached, and names those that are kept as evidence", async () => {
    const sent = form()
    const income = await screen.findByRole("region", { name: "Thu nhập" })
    fireEvent.input(within(income).getByRole("textbox"), { target: { value: "82" } })
    const attach = within(income).getByRole("button", { name: "Đính kèm tệp minh chứng: Thu nhập bình quân" })
    expect(attach).toHaveTextContent("Đính kèm tệp")
    choose(/Thu nhập/, paper("biên bản.pdf"), paper("thừa.pdf"))
    const link = await within(income).findByRole("link", { name: "biên bản.pdf (69 B)" })
    expect(link).toHaveAttribute("href", `/api/v1/evidence/${"a".repeat(64)}`)
    expect(within(income).getByRole("list", { name: "Tệp minh chứng" })).toHaveTextContent("đã tải lên")
    fireEvent.click(within(income).getByRole("button", { name: "Bỏ tệp thừa.pdf" }))
    expect(within(income).queryByText(/thừa/)).toBeNull()
    submit()
    await screen.findByText("Đã ghi 1 giá trị, trạng thái: đã nộp.")
    expect(sent[0]).toMatchObject([{ evidence: [{ file: "biên bản.pdf", sha256: "a".repeat(64), bytes: 69 }] }])
    await waitFor(() => expect(screen.queryByRole("link", { name: /biên bản/ })).toBeNull())
  })

  it("says of a file that cannot be evidence why, and records nothing until it is taken away", async () => {
    const sent = form()
    const income = await screen.findByRole("region", { name: "Thu nhập" })
    fireEvent.input(within(income).getByRole("textbox"), { target: { value: "82" } })
    const page = new File(["<html>"], "trang.pdf")
    choose(/Thu nhập/, page, paper("cụt.pdf", evidenceSamples.pdf.slice(0, 20)), paper("xa.pdf"))
    await waitFor(() => expect(within(income).getAllByRole("alert")).toHaveLength(3))
    expect(
      within(income)
        .getAllByRole("alert")
        .map((one) => one.textContent)
    ).toEqual([
      expect.stringContaining("không thuộc loại nào được nhận"),
      expect.stringContaining("hỏng hoặc bị cắt cụt"),
      expect.stringContaining("chỉ nhận tệp trên địa chỉ 127.0.0.1 của chính máy ấy")
    ])
    submit()
    await screen.findByText(/^Chưa ghi: 3 tệp minh chứng không nhận được/)
    expect(sent).toEqual([])
    for (const name of ["trang.pdf", "cụt.pdf", "xa.pdf"])
      fireEvent.click(within(income).getByRole("button", { name: `Bỏ tệp ${name}` }))
    submit()
    await screen.findByText("Đã ghi 1 giá trị, trạng thái: đã nộp.")
  })

  it("shows how far a file has come, and waits for it", async () => {
    const sent = form()
    const income = await screen.findByRole("region", { name: "Thu nhập" })
    fireEvent.input(within(income).getByRole("textbox"), { target: { value: "82" } })
    choose(/Thu nhập/, paper("chờ.pdf"))
    await within(income).findByText("đang tải lên 50 %")
    expect(within(income).getByRole("progressbar", { name: "chờ.pdf" })).toHaveAttribute("value", "0.5")
    submit()
    await screen.findByText("Chưa ghi: còn 1 tệp đang tải lên.")
    expect(sent).toEqual([])
  })

  it("narrows to what has no data", async () => {
    form()
    await screen.findByRole("region", { name: "Thu nhập" })
    fireEvent.click(screen.getByRole("checkbox", { name: "Chỉ mục chưa có số liệu" }))
    await waitFor(() => expect(screen.queryByRole("region", { name: "Thu nhập" })).toBeNull())
    expect(screen.getByText("Đường thôn")).toBeInTheDocument()
  })
})
