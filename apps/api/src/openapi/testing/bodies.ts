const procedures = {
  procedures: [
    {
      id: "xa-vi-du",
      level: "commune",
      tiers: ["civilised"],
      form: "twoTier",
      name: { vi: "Trình tự minh họa", en: "An illustrative procedure" },
      document: "số, ký hiệu văn bản",
      from: "2026-01-01",
      to: null,
      steps: [
        {
          key: "decision",
          name: { vi: "Quyết định công nhận", en: "The decision" },
          who: { vi: "UBND tỉnh", en: "Provincial committee" },
          after: [],
          days: null,
          papers: [],
          rule: { _tag: "decision" },
          confidence: "illustrative",
          source: "minh họa"
        }
      ],
      papers: []
    }
  ]
}

/** Bodies as somebody would send them, for the examples of the document; every one is held against the contract's schema. */
const rows = (...each: ReadonlyArray<object>) => ({ rows: each })

const day = "2025-09-01"

const merge = {
  id: "vi-du-sap-xep",
  document: { number: "1/NQ-HĐND", issuer: "HĐND thành phố", issuedOn: "2026-01-05" },
  day: "2026-02-01",
  changes: [
    {
      change: "rename",
      unit: { code: "11824" },
      name: "Vĩnh Bảo Mới"
    }
  ]
}

const boundaries = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { code: "11824" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [106.46, 20.65],
            [106.51, 20.65],
            [106.51, 20.71],
            [106.46, 20.71],
            [106.46, 20.65]
          ]
        ]
      }
    }
  ]
}

const criteria = {
  id: "bo-cua-tinh",
  name: "Bộ tiêu chí minh họa",
  level: "commune",
  tier: "ntm",
  period: { from: "2026-01-01", to: "2030-12-31" },
  legalBasis: [{ number: "số, ký hiệu văn bản", date: "2025-12-01" }],
  criteria: [
    {
      no: 1,
      name: "Điện",
      indicators: [
        {
          code: "1.1",
          name: "Hộ dùng điện an toàn",
          measure: "percent",
          unit: "% hộ",
          rule: { op: ">=", thresholds: { default: 95 } }
        }
      ]
    }
  ]
}

export const givenBodies: Readonly<Record<string, unknown>> = {
  "session.signIn": { email: "lan@example.vn", password: "một câu dài dễ nhớ" },
  "session.secondFactor": { code: "123456" },
  "session.link": { token: "mã-trong-liên-kết" },
  "session.demonstration": { role: "localOfficer" },
  "session.provider": { provider: "sso" },
  "session.confirm": { password: "một câu dài dễ nhớ" },
  "session.signOut": {},
  "session.password": { password: "một câu dài dễ nhớ" },
  "session.startSecondFactor": { password: "một câu dài dễ nhớ" },
  "session.endSecondFactor": { password: "một câu dài dễ nhớ" },
  "sessions.endOthers": {},
  "sessions.end": {},
  "devices.start": {},
  "devices.token": { deviceCode: "mã-của-thiết-bị" },
  "devices.answer": { userCode: "ABCD1234", allow: true },
  "people.invite": {
    name: "Nguyễn Thị Lan",
    email: "lan@example.vn",
    grants: [{ role: "localOfficer", units: ["11824"], from: "2025-07-01" }]
  },
  "people.link": {},
  "people.give": { role: "department", units: "all", agency: "hp-so-nnmt", from: "2025-07-01" },
  "people.end": { last: "2025-12-31", reason: "chuyển công tác" },
  "people.close": { reason: "nghỉ hưu" },
  "people.open": {},
  "people.endSessions": {},
  "people.endAllSessions": {},
  "people.endSecondFactor": { known: "gặp trực tiếp, đối chiếu thẻ công chức" },
  "keys.create": { person: "partner@minh-hoa.ntm.invalid", name: "Kho dữ liệu của tỉnh", days: 90 },
  "keys.revoke": {},
  "boundaries.check": boundaries,
  "boundaries.record": boundaries,
  "reorganisations.preview": merge,
  "reorganisations.apply": merge,
  "reorganisations.undo": {},
  "criteria.preview": criteria,
  "criteria.load": criteria,
  "dossiers.previewProcedures": procedures,
  "dossiers.loadProcedures": procedures,
  "observations.record": rows({ unit: "11824", input: "incomePerPerson", day: "2025-12-31", value: 71.5 }),
  "observations.move": rows({ observation: 1, to: "returned", reason: "đề nghị kiểm tra lại nguồn" }),
  "observations.rebuild": {},
  "assessments.whatIf": { values: [{ input: "incomePerPerson", value: 80 }] },
  "funding.record": rows({
    unit: "11824",
    source: "investment.central",
    year: 2025,
    stage: "planned",
    amount: 1_500_000_000,
    day
  }),
  "works.approve": {
    batch: {
      id: "dot-1-2025",
      name: "Danh mục năm 2025",
      unit: "31",
      year: 2025,
      document: null,
      approvedOn: day,
      due: "2026-12-31"
    },
    rows: [
      {
        code: "KM2025-11824-01",
        name: "Đường trục thôn số 1",
        sector: "transport",
        unit: "11824",
        investor: "UBND xã Vĩnh Bảo",
        cost: 1_000_000_000,
        milestones: [{ step: "construction", after: [], start: day, due: "2026-03-01" }],
        illustrative: true
      }
    ]
  },
  "works.report": rows({
    work: "31/KM2024-11857-15",
    day: "2025-12-01",
    body: { _tag: "volume", done: 8_500_000_000 }
  }),
  "works.giveLand": rows({
    unit: "11824",
    household: "Hộ 0001",
    residential: 10,
    agricultural: 2.5,
    structures: 2,
    eligible: 1,
    parcels: 3,
    day
  }),
  "works.followLand": rows({ gift: 55_536, day, event: { _tag: "paid", amount: 5_000_000 } }),
  "assignments.record": rows({
    task: "kh-61-2025-haiphong/1.2.a@313",
    day,
    body: { _tag: "note", text: "đã gửi báo cáo" }
  }),
  "recommendations.record": rows({
    recommendation: "tb-20-2025-haiphong/kn-tp-01",
    day: "2025-12-01",
    body: { _tag: "answered", text: "tiếp thu", option: null }
  }),
  "dossiers.open": rows({
    unit: "11824",
    tier: "standard",
    criteriaSet: "xa-ntm-2021-2025",
    asOf: day,
    openedOn: day,
    override: "mở để chuẩn bị; số liệu sẽ bổ sung"
  }),
  "dossiers.record": rows({
    dossier: 6,
    day: "2025-06-02",
    body: { _tag: "step", step: "report", event: "begun", by: null }
  }),
  "dossiers.survey": {
    unit: 1,
    day,
    population: 1000,
    of: "households",
    confidence: 95,
    margin: 5,
    results: [{ content: "Hài lòng chung", asked: 300, answered: 290, satisfied: 281 }],
    input: null
  },
  "inventory.record": rows({
    unit: "11824",
    name: "Nước mắm Vĩnh Bảo",
    body: { _tag: "ocop", producer: "HTX Biển", stars: 3, until: null },
    day,
    document: "12/QĐ-UBND"
  }),
  "webhooks.create": { url: "https://doi-tac.example.vn/ntm", description: "Kho dữ liệu của tỉnh" },
  "webhooks.switch": { active: false },
  "webhooks.replay": { since: 1 },
  "inventory.follow": rows({ item: 22, day, body: { _tag: "withdrawn", reason: "ghi trùng" } })
}
