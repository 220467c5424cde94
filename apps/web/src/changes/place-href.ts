import type { Place } from "@ntm/domain/changes"
import { addressWith } from "../parts/address.ts"

/** The address of the page on which more is told of something. */
export const placeHref = ({ key, page }: Place): string => {
  switch (page) {
    case "unit":
      return `/don-vi/${encodeURIComponent(key)}`
    case "work":
      return `/cong-trinh/${encodeURIComponent(key)}`
    case "dossier":
      return `/ho-so/${encodeURIComponent(key)}`
    case "document":
      return `/van-ban/${encodeURIComponent(key)}`
    case "criteriaSet":
      return addressWith("/bo-tieu-chi", { bo: key })
    case "task":
      return addressWith("/nhiem-vu/viec", { ma: key })
    case "recommendation":
      return addressWith("/kien-nghi/mot", { ma: key })
  }
}
