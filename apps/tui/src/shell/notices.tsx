import { Spinner, StatusMessage } from "@inkjs/ui"
import { Box, Text } from "ink"
import { both, type Lang, say } from "../language/lang.ts"
import type { Loaded } from "./plan.ts"
import { serverWords } from "./server-words.ts"

const own = {
  reading: both("Đang đọc số liệu từ máy chủ…", "Reading the server…"),
  starting: both("Máy chủ đang khởi động, sẽ tự đọc lại…", "The server is starting; it is asked again by itself…"),
  failed: both("Chưa lấy được số liệu", "The facts could not be read"),
  empty: both("Máy chủ chưa có kế hoạch nào kèm Phụ lục 01.", "The server holds no plan with Appendix 01 yet."),
  load: both("Nạp dữ liệu mẫu bằng lệnh: npm start", "Load the pilot data with: npm start"),
  retry: both("Bấm r để thử lại, q để thoát.", "Press r to try again, q to quit.")
}

const Notice = ({ children }: { readonly children: React.ReactNode }) => (
  <Box flexDirection="column" paddingTop={1} rowGap={1}>
    {children}
  </Box>
)

/** While the first answer is on its way. */
export const Reading = ({ lang }: { readonly lang: Lang }) => (
  <Notice>
    <Spinner label={say(own.reading, lang)} />
  </Notice>
)

/** Why there is nothing to show, and what to do about it. */
export const Nothing = ({
  lang,
  loaded
}: {
  readonly lang: Lang
  readonly loaded: Exclude<Loaded, { _tag: "Ready" }>
}) => {
  if (loaded._tag === "Empty")
    return (
      <Notice>
        <StatusMessage variant="warning">{say(own.empty, lang)}</StatusMessage>
        <Text>{say(own.load, lang)}</Text>
        <Text dimColor>{say(own.retry, lang)}</Text>
      </Notice>
    )
  const { detail, detailEn, status, title, titleEn } = loaded.problem
  if (status === 503)
    return (
      <Notice>
        <Spinner label={say(own.starting, lang)} />
        <Text dimColor>{lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)}</Text>
      </Notice>
    )
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  return (
    <Notice>
      <StatusMessage variant="error">{say(own.failed, lang)}</StatusMessage>
      <Box flexDirection="column">
        <Text>{lang === "vi" ? title : titleEn}</Text>
        {why === undefined ? null : <Text dimColor>{why}</Text>}
      </Box>
      {status === 0 ? (
        <Box flexDirection="column">
          <Text>{say(serverWords.start, lang)}</Text>
          <Text>{say(serverWords.other, lang)}</Text>
        </Box>
      ) : null}
      <Text dimColor>{say(own.retry, lang)}</Text>
    </Notice>
  )
}
