import { defineWords } from "../language/words.ts"

export const shellWords = defineWords({
  vi: {
    product: "Nông thôn mới",
    skip: "Đến nội dung chính",
    navigation: "Các trang",
    overview: "Tổng quan",
    criteria: "Tiêu chí",
    funding: "Nguồn lực",
    works: "Công trình",
    assignments: "Nhiệm vụ",
    dossiers: "Hồ sơ & sổ",
    documents: "Văn bản & phát hiện",
    units: "Đơn vị",
    issued: (issuer: string, day: string) => `${issuer} ban hành ngày ${day}`,
    noPlan: "Chưa có kế hoạch nào trong hệ thống",
    scheme: "Màu nền",
    schemes: { system: "Theo máy", light: "Sáng", dark: "Tối" },
    language: "Ngôn ngữ",
    missingTitle: "Không có trang này",
    missingText:
      "Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ. Hãy chọn một trang ở thanh trên, hoặc về trang tổng quan.",
    home: "Về trang tổng quan",
    footer: "Số liệu trích từ văn bản đã công bố; mỗi số dẫn về văn bản của nó.",
    api: "Tài liệu API"
  },
  en: {
    product: "New Rural Development",
    skip: "Skip to main content",
    navigation: "Pages",
    overview: "Overview",
    criteria: "Criteria",
    funding: "Resources",
    works: "Works",
    assignments: "Assignments",
    dossiers: "Dossiers & registers",
    documents: "Documents & findings",
    units: "Units",
    issued: (issuer, day) => `issued by ${issuer} on ${day}`,
    noPlan: "No plan has been loaded yet",
    scheme: "Colours",
    schemes: { system: "System", light: "Light", dark: "Dark" },
    language: "Language",
    missingTitle: "There is no such page",
    missingText: "The address may be mistyped, or the page has moved. Choose a page above, or go back to the overview.",
    home: "Back to the overview",
    footer: "Numbers are taken from published documents; each leads back to the document that states it.",
    api: "API documentation"
  }
})
