import { Schema } from "effect"

/**
 * Hạng: đạt chuẩn, nâng cao, kiểu mẫu; hiện đại (2026–2030); đặc thù (huyện đảo); hoàn thành nhiệm vụ (tỉnh, thành phố);
 * đô thị văn minh (phường, thị trấn).
 */
export const Tier = Schema.Literals(["standard", "advanced", "model", "modern", "special", "completed", "civilised"])
export type Tier = typeof Tier.Type
