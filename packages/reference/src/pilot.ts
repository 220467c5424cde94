import { DocumentId } from "@ntm/domain/documents"
import { UnitCode } from "@ntm/domain/units"

/** The pilot: thành phố Hải Phòng, code 31 before and after 2025-07-01, and its plan for 2025 (61/KH-UBND). */
export const pilot = {
  province: UnitCode.make("31"),
  plan: DocumentId.make("kh-61-2025-haiphong")
} as const
