import { defineWords } from "../language/words.ts"

/** Words of the page on which a dossier is opened. */
export const openingWords = defineWords({
  vi: {
    title: "Mở hồ sơ xét, công nhận",
    lead: "Chọn đơn vị và danh hiệu; hệ thống xét điều kiện trước, rồi mới ghi.",
    set: "Bộ tiêu chí của danh hiệu",
    noSet: "Cấp này không có bộ tiêu chí nào xét được vào ngày đang xem.",
    former: "Bộ tiêu chí của giai đoạn này mới có khung, chưa có mức phải đạt, nên xét theo bộ của giai đoạn trước.",
    valuesOn: (day: string) => `xét theo số liệu tính đến ngày ${day}`,
    form: "Mở hồ sơ",
    procedure: (name: string, document: string) => `Theo trình tự: ${name} (${document})`,
    noProcedure: "Chưa có trình tự nào cho danh hiệu này vào ngày đang xem, nên chưa mở được hồ sơ.",
    openedOn: "Ngày mở hồ sơ",
    dayHint: "ngày/tháng/năm",
    document: "Tờ trình, văn bản (nếu có)",
    note: "Ghi chú (nếu có)",
    override: "Lý do vẫn mở khi chưa đủ điều kiện",
    overrideHint: "lý do được ghi lại cùng hồ sơ và luôn hiện ra",
    notOverridable: "Những lý do trên không ai bỏ qua được; hãy xử lý chúng trước khi mở hồ sơ.",
    send: "Mở hồ sơ",
    saved: "Đã mở hồ sơ.",
    country: "Chọn một tỉnh, huyện hoặc xã ở thanh trên."
  },
  en: {
    title: "Open a dossier",
    lead: "Choose the unit and the title; whether it may be opened is asked first, then it is recorded.",
    set: "Criteria set of the title",
    noSet: "No criteria set of this level can judge on this day.",
    former: "Only the frame of this period's set is known, no numbers yet, so the set of the period before judges.",
    valuesOn: (day) => `judged on the values of ${day}`,
    form: "Open the dossier",
    procedure: (name, document) => `By the procedure: ${name} (${document})`,
    noProcedure: "There is no procedure for this title on this day, so no dossier can be opened.",
    openedOn: "Opened on",
    dayHint: "dd/mm/yyyy",
    document: "Document (if any)",
    note: "Note (if any)",
    override: "Why it is opened all the same",
    overrideHint: "the reason is kept with the dossier and always shown",
    notOverridable: "Nobody can pass over these reasons; they have to be settled before a dossier is opened.",
    send: "Open the dossier",
    saved: "The dossier is open.",
    country: "Choose a province, a district or a commune above."
  }
})
