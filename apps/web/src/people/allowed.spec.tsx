import type { Leading } from "@ntm/contract"
import { UnitCode, UnitId } from "@ntm/domain/units"
import { screen } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { CriteriaTabs } from "../criteria/criteria-tabs.tsx"
import { answering, everybody, showPage } from "../testing/show.tsx"
import { UnitPath } from "../units/unit-path.tsx"
import { Allowed } from "./allowed.tsx"

const shown = (actions: typeof everybody.actions, told = false) =>
  showPage(
    () => (
      <Allowed action="works.record" told={told}>
        <button type="button">Ghi</button>
      </Allowed>
    ),
    answering({}),
    "/",
    undefined,
    "*",
    { ...everybody, actions }
  )

describe("what only some may do", () => {
  it("is shown to who may, and to nobody else; where it was asked for, with who may", () => {
    const first = shown(["works.record"])
    expect(screen.getByRole("button", { name: "Ghi" })).toBeInTheDocument()
    first.unmount()
    const second = shown(["facts.read"])
    expect(second.container).toBeEmptyDOMElement()
    second.unmount()
    shown(["facts.read"], true)
    expect(screen.queryByRole("button")).not.toBeInTheDocument()
    expect(screen.getByText(/Vai trò của bạn chỉ xem ở đây.*ghi công trình.*văn phòng điều phối/)).toBeInTheDocument()
  })

  it("goes by what the answer says of the thing that is shown, where it says it", () => {
    const one = (allowed: Leading["allowed"]) =>
      showPage(
        () => (
          <Allowed action="works.record" here={allowed}>
            <button type="button">Ghi</button>
          </Allowed>
        ),
        answering({}),
        "/",
        undefined,
        "*",
        everybody
      )
    const closed = one([])
    expect(closed.container).toBeEmptyDOMElement()
    closed.unmount()
    one([
      { action: "works.record", method: "POST", href: "/api/v1/works/reports", title: "Báo cáo", titleEn: "Report" }
    ])
    expect(screen.getByRole("button", { name: "Ghi" })).toBeInTheDocument()
  })

  it("has no tab for who may not", () => {
    const tabs = (actions: typeof everybody.actions) =>
      showPage(CriteriaTabs, answering({}), "/danh-gia", undefined, "*", { ...everybody, actions })
    const reader = tabs(["facts.read"])
    expect(screen.queryByRole("link", { name: "Nhập số liệu" })).not.toBeInTheDocument()
    reader.unmount()
    tabs(["values.record"])
    expect(screen.getByRole("link", { name: "Nhập số liệu" })).toBeInTheDocument()
  })
})

describe("the path to a unit", () => {
  it("leads nowhere above what is theirs", async () => {
    const unit = {
      id: UnitId.make(3),
      code: UnitCode.make("11824"),
      name: "Vĩnh Bảo",
      type: "xã",
      level: "commune"
    } as const
    const province = { ...unit, id: UnitId.make(2), code: UnitCode.make("31"), name: "Hải Phòng", type: "thành phố" }
    const client = answering({ "/units/11824": { unit, above: [province] }, "/units": { items: [] } })
    const path = () => <UnitPath code="11824" asOf={undefined} hrefOf={(code) => `/x?don-vi=${code}`} />
    const officer = { ...everybody, home: { unit, agency: null } }
    const own = showPage(path, client, "/", undefined, "*", officer)
    expect(await screen.findByText("Xã Vĩnh Bảo")).toHaveAttribute("aria-current", "location")
    expect(screen.getByText("Thành phố Hải Phòng")).toBeInTheDocument()
    expect(screen.queryByRole("link")).not.toBeInTheDocument()
    own.unmount()
    showPage(path, client)
    expect(await screen.findByRole("link", { name: "Thành phố Hải Phòng" })).toBeInTheDocument()
    expect(screen.getByRole("link", { name: "Cả nước" })).toBeInTheDocument()
  })
})
