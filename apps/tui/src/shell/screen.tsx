import { Box, Text } from "ink"
import { both, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { Row } from "../parts/row.tsx"
import { cut } from "../parts/text.ts"
import { captionBar, footBar, statusBar, tabBar, titleBar } from "./bars.ts"
import { Nothing, Reading } from "./notices.tsx"
import { overlayLines } from "./overlay.ts"
import { rooms } from "./rooms.ts"
import {
  bodyHeight,
  hasRules,
  innerWidth,
  listHeight,
  openList,
  placeOf,
  planOf,
  roomOf,
  SMALLEST,
  type State
} from "./state.ts"

const tooSmall = both("Cửa sổ quá nhỏ", "The window is too small")

const Lines = ({ lines }: { readonly lines: ReadonlyArray<Line> }) =>
  lines.map((line, index) => <Row key={index} line={line} />)

const List = ({ state }: { readonly state: State }) => {
  const plan = planOf(state)
  if (plan === null) return null
  const list = openList(state, plan)
  const { cursor, top } = placeOf(state)
  const height = listHeight(state, list)
  const shown = Math.max(0, Math.min(height, list.count - top))
  const rows = Array.from({ length: height }, (_, offset): Line =>
    offset < shown ? list.line(top + offset, top + offset === cursor) : []
  )
  return <Lines lines={[captionBar(state, list.caption, list.count), ...list.header, ...rows, footBar(state)]} />
}

const Body = ({ state }: { readonly state: State }) => {
  const { lang, loaded, mode } = state
  const overlay = overlayLines(state)
  if (overlay.length > 0 && "top" in mode)
    return <Lines lines={overlay.slice(mode.top, mode.top + bodyHeight(state))} />
  const room = roomOf(state)
  if (room !== null) return <Lines lines={rooms[room].lines(state)} />
  if (loaded === null) return <Reading lang={lang} />
  if (loaded._tag !== "Ready") return <Nothing lang={lang} loaded={loaded} />
  return <List state={state} />
}

/** The whole screen for a state: exactly as many lines as the window has. */
export const Screen = ({ server, state }: { readonly server: string; readonly state: State }) => {
  const { columns, rows } = state
  if (columns < SMALLEST.columns || rows < SMALLEST.rows)
    return <Text wrap="truncate">{cut(say(tooSmall, state.lang), columns)}</Text>
  const rule: Line = [span("─".repeat(innerWidth(state)), "dim")]
  return (
    <Box flexDirection="column" width={columns} height={rows} paddingX={1} overflow="hidden">
      <Lines lines={[titleBar(state, server), tabBar(state), ...(hasRules(state) ? [rule] : [])]} />
      <Box flexDirection="column" height={bodyHeight(state)} overflow="hidden">
        <Body state={state} />
      </Box>
      <Lines lines={[...(hasRules(state) ? [rule] : []), statusBar(state)]} />
    </Box>
  )
}
