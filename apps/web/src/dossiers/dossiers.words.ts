import { defineWords } from "../language/words.ts"

/** Words of the list of dossiers, of the pages around it, and of how a dossier stands. */
export const dossiersWords = defineWords({
  vi: {
    pages: "Các trang về hồ sơ công nhận và sổ theo dõi",
    tabs: {
      list: "Các hồ sơ",
      open: "Mở hồ sơ",
      procedures: "Trình tự, thủ tục",
      counts: "Sổ theo dõi",
      items: "Từng mục",
      record: "Ghi vào sổ"
    },
    title: "Hồ sơ xét, công nhận",
    asOf: (day: string) => `tính đến ngày ${day}`,
    tier: "Danh hiệu",
    anyTier: "Mọi danh hiệu",
    tiers: {
      standard: "Đạt chuẩn nông thôn mới",
      advanced: "Nông thôn mới nâng cao",
      model: "Nông thôn mới kiểu mẫu",
      modern: "Nông thôn mới hiện đại",
      special: "Nông thôn mới đặc thù",
      completed: "Hoàn thành nhiệm vụ",
      civilised: "Đô thị văn minh"
    },
    state: "Tình trạng",
    anyState: (count: string) => `Mọi tình trạng (${count})`,
    stateCount: (state: string, count: string) => `${state} (${count})`,
    states: {
      open: "Đang làm",
      returned: "Bị trả lại",
      recognised: "Đã công nhận",
      refused: "Không công nhận",
      revoked: "Đã thu hồi",
      expired: "Hết hiệu lực",
      closed: "Đã dừng"
    },
    none: "Chưa có hồ sơ nào khớp điều kiện vào ngày này.",
    count: (count: string) => `${count} hồ sơ`,
    openNew: "Mở hồ sơ mới",
    at: (step: string) => `Đang ở bước: ${step}`,
    opened: (day: string) => `mở ngày ${day}`,
    since: (day: string) => `chờ từ ${day}`,
    late: (days: string) => `chậm ${days} ngày`,
    expected: (day: string) => `dự kiến xong ${day}`,
    missing: (count: string) => `thiếu ${count} giấy tờ`,
    missingNone: "đủ giấy tờ",
    overridden: "mở ngoài điều kiện",
    unknownUnit: "đơn vị không còn vào ngày này",
    procedures: {
      title: "Trình tự, thủ tục xét, công nhận",
      lead: (count: string, day: string) =>
        `${count} trình tự có hiệu lực ngày ${day}; chỗ chưa đối chiếu được với văn bản có dấu`,
      none: "Chưa có trình tự nào có hiệu lực vào ngày này.",
      level: "Cấp",
      levels: { province: "Tỉnh, thành phố", district: "Huyện", commune: "Xã", village: "Thôn" },
      anyLevel: "Mọi cấp",
      from: (document: string, from: string, to: string) => `${document} · hiệu lực ${from} – ${to}`,
      still: "nay",
      shipped: "Trình tự kèm chương trình",
      loaded: (name: string, at: string, file: string | null) =>
        `${name} nạp lúc ${at}${file === null ? "" : ` từ ${file}`}`,
      shippedChanged: "bản kèm chương trình nay khác",
      papers: "Giấy tờ của hồ sơ",
      optional: "không bắt buộc",
      maxAge: (months: string) => `không quá ${months} tháng vào ngày thẩm định`
    },
    step: {
      who: (who: string) => `Ai làm: ${who}`,
      days: (days: string, count: "working" | "calendar") => `${days} ngày${count === "working" ? " làm việc" : ""}`,
      noDays: "chưa rõ thời hạn",
      papers: (names: string) => `Giấy tờ: ${names}`,
      source: (source: string) => `Nguồn: ${source}`,
      rules: {
        consultation: (days: string) => `lấy ý kiến công khai ít nhất ${days} ngày`,
        survey: (share: string | null) =>
          share === null ? "khảo sát sự hài lòng (chưa rõ tỷ lệ phải đạt)" : `ít nhất ${share} người trả lời hài lòng`,
        vote: (share: string | null) =>
          share === null ? "bỏ phiếu (chưa rõ tỷ lệ phải đạt)" : `ít nhất ${share} thành viên dự họp đồng ý`
      }
    },
    paperFrom: {
      handed: "do đơn vị nộp",
      assessment: "hệ thống lập từ đánh giá",
      debt: "hệ thống lập từ sổ nợ đọng",
      survey: "từ kết quả khảo sát",
      consultation: "từ đợt lấy ý kiến",
      vote: "từ biên bản bỏ phiếu"
    }
  },
  en: {
    pages: "Pages about dossiers and registers",
    tabs: {
      list: "Dossiers",
      open: "Open a dossier",
      procedures: "Procedures",
      counts: "Registers",
      items: "Entries",
      record: "Put an entry down"
    },
    title: "Recognition dossiers",
    asOf: (day) => `as of ${day}`,
    tier: "Title",
    anyTier: "Any title",
    tiers: {
      standard: "New rural standard",
      advanced: "Advanced",
      model: "Model",
      modern: "Modern",
      special: "Special",
      completed: "Task completed",
      civilised: "Civilised urban"
    },
    state: "State",
    anyState: (count) => `Any state (${count})`,
    stateCount: (state, count) => `${state} (${count})`,
    states: {
      open: "Under way",
      returned: "Sent back",
      recognised: "Recognised",
      refused: "Refused",
      revoked: "Revoked",
      expired: "Expired",
      closed: "Given up"
    },
    none: "No dossier matches on this day.",
    count: (count) => `${count} dossiers`,
    openNew: "Open a dossier",
    at: (step) => `Stands at: ${step}`,
    opened: (day) => `opened on ${day}`,
    since: (day) => `waiting since ${day}`,
    late: (days) => `${days} days late`,
    expected: (day) => `expected to end ${day}`,
    missing: (count) => `${count} papers missing`,
    missingNone: "all papers are there",
    overridden: "opened by override",
    unknownUnit: "the unit no longer stands on this day",
    procedures: {
      title: "How recognition is asked for",
      lead: (count, day) => `${count} procedures in force on ${day}; what was not verified is marked`,
      none: "No procedure is in force on this day.",
      level: "Level",
      levels: { province: "Province", district: "District", commune: "Commune", village: "Village" },
      anyLevel: "Any level",
      from: (document, from, to) => `${document} · in force ${from} – ${to}`,
      still: "today",
      shipped: "Came with the program",
      loaded: (name, at, file) => `Loaded by ${name}, ${at}${file === null ? "" : `, from ${file}`}`,
      shippedChanged: "the program's own is another by now",
      papers: "Papers of the dossier",
      optional: "not required",
      maxAge: (months) => `no older than ${months} months on the day of appraisal`
    },
    step: {
      who: (who) => `By: ${who}`,
      days: (days, count) => `${days} ${count === "working" ? "working days" : "days"}`,
      noDays: "time not known",
      papers: (names) => `Papers: ${names}`,
      source: (source) => `Source: ${source}`,
      rules: {
        consultation: (days) => `public consultation of at least ${days} days`,
        survey: (share) =>
          share === null
            ? "survey of satisfaction (the share needed is not known)"
            : `at least ${share} of those who answer are satisfied`,
        vote: (share) =>
          share === null
            ? "a vote (the share needed is not known)"
            : `at least ${share} of the members present are for it`
      }
    },
    paperFrom: {
      handed: "handed in by the unit",
      assessment: "made by the system from the assessment",
      debt: "made by the system from construction debt",
      survey: "from the survey",
      consultation: "from the consultation",
      vote: "from the vote"
    }
  }
})
