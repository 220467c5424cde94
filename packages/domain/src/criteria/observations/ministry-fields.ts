import { Day } from "../../values/index.ts"
import type { Confidence } from "../sets/indicator.ts"

/** A department by its name in every province, from a day to a day, and what of the field is its own; null: all of it. */
export interface FieldDepartment {
  readonly names: readonly [string, ...ReadonlyArray<string>]
  /** The first day; null where it is older than the programme. */
  readonly from: Day | null
  /** The last day; null while it lasts. */
  readonly to: Day | null
  readonly part: string | null
}

/** The field of a ministry, and who is in charge of it in a province. */
export interface MinistryField {
  /** The ministry as national criteria sets write it, and by its names before and after the reorganisation. */
  readonly ministries: readonly [string, ...ReadonlyArray<string>]
  readonly departments: readonly [FieldDepartment, ...ReadonlyArray<FieldDepartment>]
}

/** What the table of fields follows, and how sure that is. */
export const fieldSources: ReadonlyArray<{
  readonly document: string
  readonly says: string
  readonly confidence: Confidence
}> = [
  {
    document: "24/2014/NĐ-CP, 107/2020/NĐ-CP",
    says: "Cơ quan chuyên môn thuộc UBND cấp tỉnh đến ngày 28/02/2025",
    confidence: "recalled"
  },
  {
    document: "45/2025/NĐ-CP",
    says: "Cơ quan chuyên môn thuộc UBND cấp tỉnh từ ngày 01/03/2025: sáp nhập, chuyển chức năng giữa các sở",
    confidence: "recalled"
  }
]

const until = Day.make("2025-02-28")
const since = Day.make("2025-03-01")

type Names = FieldDepartment["names"]
const always = (...names: Names): FieldDepartment => ({ names, from: null, to: null, part: null })
const before = (...names: Names): FieldDepartment => ({ names, from: null, to: until, part: null })
const after = (name: string, part: string | null = null): FieldDepartment => ({
  names: [name],
  from: since,
  to: null,
  part
})

/**
 * Ministries and the departments of a province that look after the same field there, before and since 2025-03-01.
 *
 * **Details** Where a field was divided each of its departments has a part. A province may keep culture and tourism in one department or in two. The
 * statistical offices are the centre's own, no department of a province: what they are in charge of the provincial office verifies.
 */
export const ministryFields: ReadonlyArray<MinistryField> = [
  {
    ministries: ["Bộ Nông nghiệp và PTNT", "Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường"],
    departments: [
      before("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và PTNT"),
      after("Sở Nông nghiệp và Môi trường")
    ]
  },
  {
    ministries: ["Bộ Tài nguyên và Môi trường"],
    departments: [before("Sở Tài nguyên và Môi trường"), after("Sở Nông nghiệp và Môi trường")]
  },
  { ministries: ["Bộ Xây dựng"], departments: [always("Sở Xây dựng")] },
  {
    ministries: ["Bộ Giao thông vận tải"],
    departments: [before("Sở Giao thông vận tải"), after("Sở Xây dựng")]
  },
  { ministries: ["Bộ Công Thương"], departments: [always("Sở Công Thương")] },
  { ministries: ["Bộ Giáo dục và Đào tạo"], departments: [always("Sở Giáo dục và Đào tạo")] },
  { ministries: ["Bộ Y tế"], departments: [always("Sở Y tế")] },
  {
    ministries: ["Bộ Văn hóa, Thể thao và Du lịch"],
    departments: [always("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa và Thể thao", "Sở Du lịch")]
  },
  {
    ministries: ["Bộ Thông tin và Truyền thông"],
    departments: [
      before("Sở Thông tin và Truyền thông"),
      after("Sở Khoa học và Công nghệ", "bưu chính, viễn thông, công nghệ thông tin"),
      after("Sở Văn hóa, Thể thao và Du lịch", "báo chí, xuất bản, thông tin cơ sở"),
      after("Sở Văn hóa và Thể thao", "báo chí, xuất bản, thông tin cơ sở")
    ]
  },
  { ministries: ["Bộ Khoa học và Công nghệ"], departments: [always("Sở Khoa học và Công nghệ")] },
  {
    ministries: ["Bộ LĐ-TB&XH", "Bộ Lao động - Thương binh và Xã hội", "Bộ Lao động, Thương binh và Xã hội"],
    departments: [
      before("Sở Lao động - Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội", "Sở LĐ-TB&XH"),
      after("Sở Nội vụ", "lao động, việc làm, người có công, bình đẳng giới"),
      after("Sở Nông nghiệp và Môi trường", "giảm nghèo"),
      after("Sở Y tế", "bảo trợ xã hội, trẻ em, phòng, chống tệ nạn xã hội"),
      after("Sở Giáo dục và Đào tạo", "giáo dục nghề nghiệp")
    ]
  },
  { ministries: ["Bộ Nội vụ"], departments: [always("Sở Nội vụ")] },
  { ministries: ["Bộ Tư pháp"], departments: [always("Sở Tư pháp")] },
  { ministries: ["Bộ Tài chính"], departments: [always("Sở Tài chính")] },
  {
    ministries: ["Bộ Kế hoạch và Đầu tư"],
    departments: [before("Sở Kế hoạch và Đầu tư"), after("Sở Tài chính")]
  },
  { ministries: ["Bộ Công an"], departments: [always("Công an tỉnh", "Công an thành phố")] },
  {
    ministries: ["Bộ Quốc phòng"],
    departments: [
      always(
        "Bộ Chỉ huy Quân sự tỉnh",
        "Bộ Chỉ huy Quân sự thành phố",
        "Bộ Tư lệnh Thủ đô Hà Nội",
        "Bộ Tư lệnh Thành phố Hồ Chí Minh"
      )
    ]
  }
]
