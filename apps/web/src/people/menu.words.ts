import { defineWords } from "../language/words.ts"

/** Of the band above every page: apart from the pages about people, which are loaded when they are opened. */
export const menuWords = defineWords({
  vi: {
    signIn: "Đăng nhập",
    signOut: "Đăng xuất",
    account: "Tài khoản",
    people: "Người dùng",
    keys: "Khóa API",
    audit: "Nhật ký",
    webhooks: "Webhook"
  },
  en: {
    signIn: "Sign in",
    signOut: "Sign out",
    account: "Account",
    people: "People",
    keys: "API keys",
    audit: "Audit trail",
    webhooks: "Webhooks"
  }
})
