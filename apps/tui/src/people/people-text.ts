import type { GrantLine, KeyLine, PersonLine, SessionNow } from "@ntm/contract"
import { actionWords, holdsOn, roleWords } from "@ntm/domain/people"
import { formatDay, type Day } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { table } from "../units/table.ts"

const words = {
  nobody: both("Chưa đăng nhập.", "Nobody is signed in."),
  open: both(
    "Máy chủ này chưa dùng tài khoản: ai cũng xem được, chỉ máy này được ghi.",
    "There are no accounts here: everybody may read, and this machine may write."
  ),
  everything: both("mọi đơn vị", "all units"),
  until: both("đến", "until"),
  from: both("từ", "from"),
  may: both("Được phép", "May"),
  name: both("Tên", "Name"),
  email: both("Thư", "E-mail"),
  number: both("Số", "No."),
  grant: both("Quyền", "Grant"),
  closed: both("đã khóa", "closed"),
  system: both("hệ thống", "system"),
  none: both("chưa có quyền", "no grants"),
  key: both("Khóa", "Key"),
  id: both("Mã", "Id"),
  rate: both("Mỗi phút", "A minute"),
  expires: both("Hết hạn", "Expires"),
  noKeys: both("Chưa có khóa nào.", "There are no keys.")
} as const

/** "cán bộ địa phương · xã Vĩnh Bảo · từ 01/07/2025" */
export const grantText = ({ agency, criteria, from, role, to, units }: GrantLine, lang: Lang): string =>
  [
    say(roleWords[role], lang),
    units === "all" ? say(words.everything, lang) : units.map(({ code, name }) => `${name} (${code})`).join(", "),
    ...(agency === null ? [] : [agency]),
    ...(criteria === "all" ? [] : [criteria.join(", ")]),
    `${say(words.from, lang)} ${formatDay(from)}`,
    ...(to === null ? [] : [`${say(words.until, lang)} ${formatDay(to)}`])
  ].join(" · ")

export const sessionLines = (now: SessionNow, lang: Lang): ReadonlyArray<string> => {
  if (now.person === null) return [say(now.ways.accounts ? words.nobody : words.open, lang)]
  const { email, name } = now.person
  return [
    `${name} · ${email}`,
    ...now.grants.map((grant) => `  ${grantText(grant, lang)}`),
    "",
    `${say(words.may, lang)}: ${now.actions.map((action) => say(actionWords[action], lang)).join("; ")}`
  ]
}

/** Everybody, with the grants that hold on the day. */
export const peopleLines = (items: ReadonlyArray<PersonLine>, asOf: Day, lang: Lang): ReadonlyArray<string> =>
  items.flatMap(({ active, email, grants, kind, name }) => {
    const inForce = grants.filter((grant) => holdsOn(grant, asOf))
    const marks = [
      ...(kind === "system" ? [say(words.system, lang)] : []),
      ...(active ? [] : [say(words.closed, lang)])
    ]
    return [
      [name, email, ...marks].join(" · "),
      ...(inForce.length === 0
        ? [`  ${say(words.none, lang)}`]
        : inForce.map((grant) => `  ${grant.id}. ${grantText(grant, lang)}`))
    ]
  })

export const keyLines = (items: ReadonlyArray<KeyLine>, lang: Lang): ReadonlyArray<string> =>
  items.length === 0
    ? [say(words.noKeys, lang)]
    : table(
        [
          { title: say(words.id, lang), whole: true },
          { title: say(words.name, lang) },
          { title: say(words.key, lang), whole: true },
          { title: say(words.rate, lang), align: "right" },
          { title: say(words.expires, lang), whole: true }
        ],
        items.map(({ expiresAt, id, name, perMinute, start }) => [
          id,
          name,
          `${start ?? ""}…`,
          String(perMinute),
          expiresAt?.slice(0, 10) ?? ""
        ])
      )
