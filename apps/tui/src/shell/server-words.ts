import { both } from "../language/lang.ts"

/** What to do where no server answers. */
export const serverWords = {
  start: both(
    "Nếu máy chủ chạy trên máy này, mở một cửa sổ khác và chạy: npm start",
    "If the server runs on this machine, open another window and run: npm start"
  ),
  other: both(
    "Nếu ở máy khác: ntm --server http://địa-chỉ:cổng",
    "If it is another machine: ntm --server http://host:port"
  )
}
