import { type Action, actionWords, roleWords, rolesFor } from "@ntm/domain/people"
import { defineWords } from "../language/words.ts"

const roles = (action: Action, language: "vi" | "en"): string =>
  rolesFor(action)
    .map((role) => roleWords[role][language])
    .join(", ")

export const allowedWords = defineWords({
  vi: {
    readsOnly: (action: Action) =>
      `Vai trò của bạn chỉ xem ở đây. Được ${actionWords[action].vi}: ${roles(action, "vi")}.`
  },
  en: {
    readsOnly: (action) => `You may only read here. May ${actionWords[action].en}: ${roles(action, "en")}.`
  }
})
