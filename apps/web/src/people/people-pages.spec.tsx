import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { showPage } from "../testing/show.tsx"
import { AccountMenu } from "./account-menu.tsx"
import AccountPage from "./account-page.tsx"
import DevicePage from "./device-page.tsx"
import KeysPage from "./keys-page.tsx"
import PeoplePage from "./people-page.tsx"
import SignInPage from "./sign-in-page.tsx"

const grant = {
  id: 7,
  role: "localOfficer",
  units: [{ id: 5, code: "11824", name: "xã Vĩnh Bảo" }],
  agency: null,
  criteria: "all",
  from: "2025-07-01",
  to: null
}
const lan = {
  id: "p1",
  name: "Nguyễn Thị Lan",
  email: "lan@example.vn",
  kind: "human",
  active: true,
  demonstration: false
}
const ways = { accounts: true, providers: [{ id: "sso", name: "SSO tỉnh" }], demonstration: ["leader", "supervisor"] }
const nobody = {
  asOf: "2026-01-01",
  person: null,
  grants: [],
  actions: ["public.read"],
  needs: null,
  sees: 0,
  home: { unit: null, agency: null },
  ways
}
const somebody = {
  ...nobody,
  person: { ...lan, twoFactor: false, password: true },
  grants: [grant],
  actions: ["facts.read", "people.manage"],
  sees: 5
}
const refused = {
  type: "urn:ntm:problem:sign-in-refused",
  title: "Không thực hiện được",
  titleEn: "No",
  status: 403,
  detail: "Sai địa chỉ thư hoặc mật khẩu"
}

/** A page on a server that answers so, with what was sent. An answer that is a problem comes with its status. */
const show = (page: Parameters<typeof showPage>[0], answers: Readonly<Record<string, unknown>>, address = "/") => {
  const sent: Array<readonly [string, unknown]> = []
  const client = makeClient(async (url, { body, method }) => {
    const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
    if (typeof body === "string") sent.push([path, JSON.parse(body)])
    const answer = { "/sessions": { items: [] }, ...answers }[`${method === undefined ? "" : `${method} `}${path}`] ?? {
      ...refused,
      detail: "không có"
    }
    const status = answer === refused ? 403 : 200
    return Response.json(answer, { status })
  }, "")
  return { ...showPage(page, client, address, undefined, "*", null), sent }
}
const type = (label: string, value: string, within_: HTMLElement = document.body) =>
  fireEvent.input(within(within_).getByLabelText(label), { target: { value } })

describe("the menu of the account", () => {
  it("shows nothing where nobody can sign in, a way in to who has not, and a way out to who has", async () => {
    const none = show(AccountMenu, { "/session": { ...nobody, ways: { ...ways, accounts: false } } })
    await waitFor(() => expect(none.container).toBeEmptyDOMElement())
    none.unmount()
    const out = show(AccountMenu, { "/session": nobody })
    expect(await screen.findByRole("link", { name: "Đăng nhập" })).toHaveAttribute("href", "/dang-nhap")
    out.unmount()
    const { sent } = show(AccountMenu, { "/session": somebody, "POST /session/sign-out": { done: true } })
    expect(await screen.findByRole("link", { name: /Nguyễn Thị Lan/ })).toHaveAttribute("href", "/tai-khoan")
    expect(screen.getByRole("link", { name: "Người dùng" })).toBeInTheDocument()
    fireEvent.click(screen.getByRole("button", { name: "Đăng xuất" }))
    await waitFor(() => expect(sent).toEqual([["/session/sign-out", {}]]))
  })
})

describe("signing in", () => {
  it("asks for the second factor of who has one, and goes home", async () => {
    const { address, sent } = show(
      SignInPage,
      {
        "/session": nobody,
        "POST /session/sign-in": { state: "secondFactor" },
        "POST /session/second-factor": { state: "signedIn" }
      },
      "/dang-nhap"
    )
    await screen.findByLabelText("Mật khẩu")
    type("Thư điện tử", "lan@example.vn")
    type("Mật khẩu", "một câu dài")
    fireEvent.click(screen.getByRole("button", { name: "Đăng nhập" }))
    await screen.findByLabelText("Mã xác thực")
    type("Mã xác thực", "123456")
    fireEvent.click(screen.getByRole("button", { name: "Xác nhận" }))
    await waitFor(() => expect(address()).toBe("/"))
    expect(sent).toEqual([
      ["/session/sign-in", { email: "lan@example.vn", password: "một câu dài" }],
      ["/session/second-factor", { code: "123456" }]
    ])
  })

  it("says why it was refused", async () => {
    show(SignInPage, { "/session": nobody, "POST /session/sign-in": refused }, "/dang-nhap")
    await screen.findByLabelText("Mật khẩu")
    type("Thư điện tử", "lan@example.vn")
    type("Mật khẩu", "sai")
    fireEvent.click(screen.getByRole("button", { name: "Đăng nhập" }))
    expect(await screen.findByRole("alert")).toHaveTextContent("Sai địa chỉ thư hoặc mật khẩu")
  })

  it("uses a link that counts once only when told to", async () => {
    const { address, sent } = show(
      SignInPage,
      { "/session": nobody, "POST /session/link": { state: "signedIn" } },
      "/dang-nhap#TOKEN"
    )
    const use = await screen.findByRole("button", { name: "Đăng nhập bằng liên kết này" })
    expect(sent).toEqual([])
    fireEvent.click(use)
    await waitFor(() => expect(address()).toBe("/tai-khoan"))
    expect(sent).toEqual([["/session/link", { token: "TOKEN" }]])
  })

  it("offers providers and, in the demonstration, roles to try", async () => {
    const { sent } = show(
      SignInPage,
      { "/session": nobody, "POST /session/demonstration": { state: "signedIn" } },
      "/dang-nhap"
    )
    expect(await screen.findByRole("button", { name: "Đăng nhập qua SSO tỉnh" })).toBeInTheDocument()
    fireEvent.click(screen.getByRole("button", { name: "Cơ quan giám sát" }))
    await waitFor(() => expect(sent).toEqual([["/session/demonstration", { role: "supervisor" }]]))
  })

  it("says so where there are no accounts", async () => {
    show(SignInPage, { "/session": { ...nobody, ways: { ...ways, accounts: false } } }, "/dang-nhap")
    expect(await screen.findByText(/chưa dùng tài khoản/)).toBeInTheDocument()
  })
})

describe("the account", () => {
  it("tells what somebody may do, and changes the password with the one before", async () => {
    const { sent } = show(AccountPage, { "/session": somebody, "POST /session/password": { done: true } })
    expect(await screen.findByText("Cán bộ địa phương · xã Vĩnh Bảo (11824) · từ 01/07/2025")).toBeInTheDocument()
    expect(screen.getByText(/Được phép: xem số liệu; quản lý người dùng/)).toBeInTheDocument()
    type("Mật khẩu hiện tại", "cũ cũ cũ cũ")
    type("Mật khẩu mới", "mới mới mới")
    fireEvent.click(screen.getByRole("button", { name: "Lưu" }))
    expect(await screen.findByText("Đã lưu.")).toBeInTheDocument()
    expect(sent).toEqual([["/session/password", { password: "mới mới mới", current: "cũ cũ cũ cũ" }]])
  })

  it("gives one's calendar a secret address, shows it, and changes it", async () => {
    const address = "http://127.0.0.1:4100/api/v1/session/calendar.ics?key=9-abc"
    const { sent } = show(AccountPage, {
      "/session": somebody,
      "/session/calendar": { address: null },
      "POST /session/calendar": { address }
    })
    const card = await screen.findByRole("region", { name: "Lịch hạn của tôi" })
    fireEvent.click(await within(card).findByRole("button", { name: "Lập địa chỉ lịch" }))
    expect(await within(card).findByText(address)).toBeInTheDocument()
    expect(within(card).getByRole("button", { name: "Đổi địa chỉ lịch" })).toBeEnabled()
    expect(sent).toEqual([["/session/calendar", {}]])
  })

  it("begins the second factor with a picture, its key and the codes for emergencies", async () => {
    show(AccountPage, {
      "/session": somebody,
      "POST /session/second-factor/start": {
        uri: "otpauth://totp/ntm:lan?secret=ABC234&issuer=ntm",
        codes: ["one-1", "two-2"]
      }
    })
    const card = await screen.findByRole("region", { name: "Xác thực hai bước" })
    type("Mật khẩu", "một câu dài", card)
    fireEvent.click(within(card).getByRole("button", { name: "Bật" }))
    expect(await within(card).findByText("ABC234")).toBeInTheDocument()
    expect(within(card).getByText("two-2")).toBeInTheDocument()
    expect(within(card).getByRole("img").querySelector("svg")).not.toBeNull()
  })

  it("asks who changes how they get in to confirm, where it is long ago, and then does it", async () => {
    let confirmed = false
    const sent: Array<readonly [string, unknown]> = []
    const client = makeClient(async (url, { body, method }) => {
      const path = url.replace("/api/v1", "")
      if (typeof body === "string") sent.push([path, JSON.parse(body)])
      if (path === "/session") return Response.json({ ...somebody, person: { ...somebody.person, twoFactor: true } })
      if (path === "/sessions") return Response.json({ items: [] })
      if (path === "/session/confirm") confirmed = true
      if (method === undefined || path === "/session/confirm" || confirmed) return Response.json({ done: true })
      const type = "urn:ntm:problem:confirm-needed"
      return Response.json({ ...refused, type }, { status: 403 })
    }, "")
    showPage(AccountPage, client, "/", undefined, "*", null)
    await screen.findByLabelText("Mật khẩu mới")
    type("Mật khẩu hiện tại", "cũ cũ cũ cũ")
    type("Mật khẩu mới", "mới mới mới")
    fireEvent.click(screen.getByRole("button", { name: "Lưu" }))
    const form = await screen.findByRole("form", { name: "Xác nhận lại" })
    type("Mật khẩu để xác nhận", "cũ cũ cũ cũ", form)
    type("Mã xác thực để xác nhận", "123456", form)
    fireEvent.click(within(form).getByRole("button", { name: "Xác nhận lại" }))
    expect(await screen.findByText("Đã lưu.")).toBeInTheDocument()
    const change = ["/session/password", { password: "mới mới mới", current: "cũ cũ cũ cũ" }]
    expect(sent).toEqual([change, ["/session/confirm", { password: "cũ cũ cũ cũ", code: "123456" }], change])
  })

  it("says what is wanted before any page: a second factor to set up, or the one that there is", async () => {
    const one = show(AccountPage, { "/session": { ...somebody, needs: "secondFactor" } })
    expect(await screen.findByText(/Vai trò của bạn cần xác thực hai bước/)).toBeInTheDocument()
    expect(screen.queryByRole("region", { name: "Lịch hạn của tôi" })).toBeNull()
    one.unmount()
    const alone = { ...somebody.person, password: false, twoFactor: false }
    const { sent } = show(AccountPage, {
      "/session": { ...somebody, person: alone, needs: "confirm" },
      "POST /session/provider": refused
    })
    fireEvent.click(await screen.findByRole("button", { name: "Đăng nhập lại qua SSO tỉnh" }))
    await waitFor(() => expect(sent).toEqual([["/session/provider", { provider: "sso", again: true }]]))
  })

  it("lets a device in that shows its code", async () => {
    const { sent } = show(
      DevicePage,
      { "/session": somebody, "POST /session/devices/answer": { done: true } },
      "/thiet-bi?user_code=ABCD1234"
    )
    expect(await screen.findByLabelText("Mã của thiết bị")).toHaveValue("ABCD1234")
    expect(screen.getByText(/được làm mọi việc bạn được làm.*nhiều nhất 30 ngày/)).toBeInTheDocument()
    fireEvent.click(screen.getByRole("button", { name: "Cho phép" }))
    expect(await screen.findByText(/Đã cho phép/)).toBeInTheDocument()
    expect(sent).toEqual([["/session/devices/answer", { userCode: "ABCD1234", allow: true }]])
  })
})

describe("people, for who manages them", () => {
  const answers = {
    "/people": { asOf: "2026-01-01", items: [{ ...lan, grants: [grant, { ...grant, id: 3, to: "2025-08-01" }] }] },
    "POST /people": { id: "p2", link: { link: "http://h/dang-nhap#T", expiresAt: "x" } },
    "POST /people/p1/grants": { id: 9 },
    "POST /people/p1/grants/7/end": { done: true },
    "POST /people/p1/link": { link: "http://h/dang-nhap#U", expiresAt: "x" }
  }

  it("lists what holds, ends and gives it", async () => {
    const { sent } = show(PeoplePage, answers)
    const text = "Cán bộ địa phương · xã Vĩnh Bảo (11824) · từ 01/07/2025"
    expect(await screen.findAllByText(text)).toHaveLength(1)
    fireEvent.click(screen.getByRole("button", { name: `Chấm dứt quyền: ${text}` }))
    fireEvent.click(screen.getByRole("button", { name: "Cấp quyền cho Nguyễn Thị Lan" }))
    const form = await screen.findByRole("form", { name: "Cấp quyền cho Nguyễn Thị Lan" })
    fireEvent.change(within(form).getByLabelText("Vai trò"), { target: { value: "department" } })
    type("Mã đơn vị phụ trách", "31, 11824", form)
    type("Cơ quan", "Sở Y tế", form)
    type("Tiêu chí", "xa-ntm-2021-2025/15.1, xa-ntm-2021-2025/17/", form)
    fireEvent.change(within(form).getByLabelText(/^Đến hết ngày/), { target: { value: "31/12/2026" } })
    fireEvent.click(within(form).getByRole("button", { name: "Cấp quyền" }))
    await waitFor(() =>
      expect(sent).toEqual([
        ["/people/p1/grants/7/end", {}],
        [
          "/people/p1/grants",
          {
            role: "department",
            units: ["31", "11824"],
            agency: "Sở Y tế",
            criteria: ["xa-ntm-2021-2025/15.1", "xa-ntm-2021-2025/17/"],
            to: "2026-12-31"
          }
        ]
      ])
    )
  })

  it("invites, and shows the link once", async () => {
    const { sent } = show(PeoplePage, answers)
    const card = await screen.findByRole("region", { name: "Mời người dùng" })
    type("Họ tên", "Trần Bình", card)
    type("Thư điện tử", "Binh@Example.vn", card)
    fireEvent.click(within(card).getByRole("button", { name: "Mời" }))
    expect(await within(card).findByText("http://h/dang-nhap#T")).toBeInTheDocument()
    expect(sent[0]).toEqual([
      "/people",
      { name: "Trần Bình", email: "binh@example.vn", kind: "human", grants: [{ role: "localOfficer", units: "all" }] }
    ])
    fireEvent.click(await screen.findByRole("button", { name: "Liên kết mới cho Nguyễn Thị Lan" }))
    expect(await screen.findByText("http://h/dang-nhap#U")).toBeInTheDocument()
  })
})

describe("how others get in, for who manages people", () => {
  it("sessions of one and of everybody are ended; a second factor that was lost is taken away with how it was known", async () => {
    const { sent } = show(PeoplePage, {
      "/people": { asOf: "2026-01-01", items: [{ ...lan, grants: [] }] },
      "POST /people/p1/sessions/end": { done: true },
      "POST /people/sessions/end": { people: 4 },
      "POST /people/p1/second-factor/end": { done: true }
    })
    fireEvent.click(await screen.findByRole("button", { name: "Kết thúc mọi phiên của Nguyễn Thị Lan" }))
    expect(await screen.findByText("Đã kết thúc mọi phiên.")).toBeInTheDocument()
    fireEvent.click(screen.getByRole("button", { name: "Nguyễn Thị Lan mất xác thực hai bước" }))
    const form = await screen.findByRole("form", { name: "Nguyễn Thị Lan mất xác thực hai bước" })
    type("Đã nhận ra người yêu cầu bằng cách nào", "gặp trực tiếp", form)
    fireEvent.click(within(form).getByRole("button", { name: "Bỏ xác thực hai bước" }))
    await waitFor(() => expect(sent).toHaveLength(2))
    fireEvent.click(screen.getByRole("button", { name: "Kết thúc phiên của mọi người" }))
    expect(await screen.findByText("Đã kết thúc phiên của 4 người.")).toBeInTheDocument()
    expect(sent).toEqual([
      ["/people/p1/sessions/end", {}],
      ["/people/p1/second-factor/end", { known: "gặp trực tiếp" }],
      ["/people/sessions/end", {}]
    ])
  })
})

describe("keys of partners' systems", () => {
  const system = { ...lan, id: "s1", name: "Kho dữ liệu", email: "kho@example.vn", kind: "system", grants: [] }
  const line = {
    id: "k1",
    person: "s1",
    name: "hằng ngày",
    start: "ntm_ab",
    createdAt: "2025-06-03T07:05:00.000Z",
    expiresAt: "2024-06-03T07:05:00.000Z",
    perMinute: 1200,
    usedAt: null
  }
  const people = { asOf: "2026-01-01", items: [{ ...lan, grants: [] }, system] }

  it("are made for a system with rate and days, shown once, told with their end and use, and taken back", async () => {
    const { sent } = show(KeysPage, {
      "/people": people,
      "/keys": { items: [line] },
      "POST /keys": { key: "ntm_abcdef", line },
      "POST /keys/k1/revoke": { done: true }
    })
    const told = await screen.findByText(/1\.200 lần\/phút/)
    expect(told).toHaveTextContent("lập 03/06/2025 14:05 · đã hết hạn · chưa dùng lần nào")
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Kho dữ liệu"])
    type("Tên khóa", "hằng ngày")
    type("Số ngày hiệu lực", "30")
    fireEvent.click(screen.getByRole("button", { name: "Lập khóa" }))
    expect(await screen.findByText("ntm_abcdef")).toBeInTheDocument()
    fireEvent.click(screen.getByRole("button", { name: "Thu hồi khóa hằng ngày" }))
    await waitFor(() =>
      expect(sent).toEqual([
        ["/keys", { person: "s1", name: "hằng ngày", days: 30, perMinute: 600 }],
        ["/keys/k1/revoke", {}]
      ])
    )
  })

  it("need a system that was invited before", async () => {
    show(KeysPage, { "/people": { ...people, items: [] }, "/keys": { items: [] } })
    expect(await screen.findByText(/Chưa có hệ thống đối tác nào/)).toBeInTheDocument()
    expect(screen.queryByRole("button", { name: "Lập khóa" })).toBeNull()
  })
})

describe("sessions of one's own", () => {
  const one = {
    id: "a",
    current: true,
    beganAt: "2025-06-03T07:05:00.000Z",
    usedAt: "2025-06-03T07:05:00.000Z",
    endsAt: "2025-06-10T07:05:00.000Z",
    address: "10.0.0.7",
    agent: "Firefox"
  }

  it("are listed, the one that looks marked; another is ended, or all others", async () => {
    const { sent } = show(AccountPage, {
      "/session": somebody,
      "/sessions": { items: [one, { ...one, id: "b", current: false, agent: null, address: null }] },
      "POST /sessions/b/end": { done: true },
      "POST /sessions/end-others": { done: true }
    })
    const card = await screen.findByRole("region", { name: "Các phiên đăng nhập của tôi" })
    expect(await within(card).findByText("phiên này")).toBeInTheDocument()
    expect(within(card).getAllByRole("button")).toHaveLength(2)
    fireEvent.click(
      within(card).getByRole("button", { name: "Kết thúc phiên Không rõ thiết bị, bắt đầu 03/06/2025 14:05" })
    )
    await waitFor(() => expect(sent).toEqual([["/sessions/b/end", {}]]))
    fireEvent.click(within(card).getByRole("button", { name: "Kết thúc mọi phiên khác" }))
    await waitFor(() => expect(sent.at(-1)).toEqual(["/sessions/end-others", {}]))
  })

  it("and what happened to an account are told to who manages people, the newest first", async () => {
    const by = { person: null, name: "ntm" }
    const event = (id: number, what: object) => ({
      id,
      person: "p1",
      what,
      recordedAt: "2025-06-03T07:05:00.000Z",
      recordedBy: by
    })
    show(PeoplePage, {
      "/people": { asOf: "2026-01-01", items: [{ ...lan, grants: [] }] },
      "/people/p1/account": {
        items: [
          event(1, { _tag: "passwordSet" }),
          event(2, { _tag: "signInRefused", step: "password", code: "INVALID_EMAIL_OR_PASSWORD" })
        ]
      }
    })
    fireEvent.click(await screen.findByRole("button", { name: "Lịch sử tài khoản của Nguyễn Thị Lan" }))
    const log = await screen.findByRole("region", { name: "Lịch sử tài khoản của Nguyễn Thị Lan" })
    await within(log).findByText(/Đặt mật khẩu/)
    expect(
      within(log)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent)
    ).toEqual(["03/06/2025 14:05 · Đăng nhập sai mật khẩu · chưa đăng nhập", "03/06/2025 14:05 · Đặt mật khẩu · ntm"])
  })
})
