import { both } from "./lang.ts"

/** Words that more than one list or screen uses. A list's own words stand beside the list. */
export const words = {
  criteria: both("Tiêu chí", "Criteria"),
  funding: both("Nguồn lực", "Resources"),
  assignments: both("Nhiệm vụ", "Assignments"),
  findings: both("Phát hiện", "Findings"),
  units: both("Đơn vị", "Units"),
  assessments: both("Đánh giá", "Assessment"),
  works: both("Công trình", "Works"),
  error: both("lỗi", "error"),
  warning: both("cảnh báo", "warning"),
  source: both("Nguồn", "Source"),
  note: both("Ghi chú", "Note"),
  stated: both("Văn bản ghi", "Stated"),
  difference: both("Chênh lệch", "Difference"),
  cause: both("Có thể do", "Likely cause"),
  place: both("Nơi ghi", "Place"),
  appendix01: both("Phụ lục 01", "Appendix 01"),
  appendix02: both("Phụ lục 02", "Appendix 02"),
  appendix03: both("Phụ lục 03", "Appendix 03")
} as const
