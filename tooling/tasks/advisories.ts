// npm run advisories: holes that the registry knows of in locked libraries. 1: some are to be mended within days; 3: the registry did not say.
import { type Advisory, askAdvisories } from "../libraries/advisories.ts"
import { endWithParent, root, say, setUpDone } from "./steps.ts"

setUpDone()
endWithParent()

const line = ({ findings, module_name, severity, title, url }: Advisory): string => {
  const versions = [...new Set(findings.map(({ version }) => version))].join(", ")
  return `${severity.padEnd(8)} ${module_name} ${versions}: ${title} (${url})`
}

const told = askAdvisories(root)
if (!told.asked) {
  say(
    `nơi cấp gói không trả lời về lỗ hổng, nên chưa biết gì: ${told.why}`,
    `the registry did not answer about holes, so nothing is known: ${told.why}`
  )
  process.exit(3)
}
for (const one of [...told.soon, ...told.later]) console.log(line(one))
const [soon, later] = [told.soon.length, told.later.length]
say(
  soon + later === 0
    ? "không biết lỗ hổng nào"
    : `${soon} phải sửa trong 14 ngày (3 nếu đang bị lợi dụng), ${later} trong 90 ngày`,
  soon + later === 0
    ? "no holes are known"
    : `${soon} to be mended within 14 days (3 where it is used), ${later} within 90`
)
process.exit(soon > 0 ? 1 : 0)
