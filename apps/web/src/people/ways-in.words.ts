import { defineWords } from "../language/words.ts"

/** Of showing again who one is, and of what administrators do about how others get in. */
export const waysInWords = defineWords({
  vi: {
    confirm: "Xác nhận lại",
    confirmLead: "Việc này đổi cách đăng nhập: hãy xác nhận lại đúng là bạn.",
    confirmFirst:
      "Bạn đã bật xác thực hai bước, nhưng phiên này chưa nhập mã: hãy xác nhận rồi mới xem được các trang.",
    setUpFirst:
      "Vai trò của bạn cần xác thực hai bước: hãy đặt mật khẩu (nếu chưa có), rồi bật xác thực hai bước dưới đây để xem được các trang.",
    password: "Mật khẩu để xác nhận",
    code: "Mã xác thực để xác nhận",
    codeHint: "Sáu chữ số đang hiện trên ứng dụng xác thực, hoặc một mã dự phòng.",
    noPassword:
      "Tài khoản chưa có mật khẩu: hãy đăng nhập lại qua nhà cung cấp, hoặc bằng liên kết mới của quản trị hệ thống.",
    again: (name: string) => `Đăng nhập lại qua ${name}`,
    sessions: "Kết thúc mọi phiên",
    sessionsOf: (name: string) => `Kết thúc mọi phiên của ${name}`,
    sessionsEnded: "Đã kết thúc mọi phiên.",
    everybody: "Kết thúc phiên của mọi người",
    everybodyLead: "Khi nghi có người lạ: mọi người phải đăng nhập lại, trừ phiên này của bạn.",
    everybodyEnded: (count: string) => `Đã kết thúc phiên của ${count} người.`,
    factor: "Mất xác thực hai bước",
    factorOf: (name: string) => `${name} mất xác thực hai bước`,
    known: "Đã nhận ra người yêu cầu bằng cách nào",
    knownHint:
      "Chắc chắn như khi mời: gặp trực tiếp và đối chiếu giấy tờ, hoặc văn bản của cơ quan. Được ghi vào nhật ký.",
    drop: "Bỏ xác thực hai bước",
    dropped: "Đã bỏ và kết thúc các phiên; hãy lập liên kết mới nếu họ cũng quên mật khẩu."
  },
  en: {
    confirm: "Confirm that it is you",
    confirmLead: "This changes how you get in: show again that it is you.",
    confirmFirst: "You have a second factor and did not show it in this session: confirm, and the pages are there.",
    setUpFirst:
      "Your role wants a second factor: set a password, if there is none yet, and switch it on below; then the pages are there.",
    password: "Password to confirm",
    code: "Code to confirm",
    codeHint: "The six digits that your authenticator shows now, or a code kept for emergencies.",
    noPassword:
      "The account has no password: sign in again with the provider, or by another link of the administrator.",
    again: (name) => `Sign in again with ${name}`,
    sessions: "End all sessions",
    sessionsOf: (name) => `End all sessions of ${name}`,
    sessionsEnded: "All sessions are ended.",
    everybody: "End the sessions of everybody",
    everybodyLead: "Where a stranger may be in: everybody has to sign in again, but for this session of yours.",
    everybodyEnded: (count) => `The sessions of ${count} people are ended.`,
    factor: "Second factor lost",
    factorOf: (name) => `${name} lost their second factor`,
    known: "How you made sure who asks",
    knownHint:
      "As surely as at the invitation: met them and looked at their card, or a letter of their office. It stands in the trail.",
    drop: "Take the second factor away",
    dropped: "It is taken away and their sessions are ended; make another link if they forgot the password too."
  }
})
