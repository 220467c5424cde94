import type { Frame } from "./works-state.ts"

/** Lines below the list about the chosen work. */
export const footHeight = ({ height }: Pick<Frame, "height">): number => (height >= 14 ? 2 : 1)

/** Rows of works: without caption, titles and the lines below. */
export const listHeight = (frame: Pick<Frame, "height">): number => Math.max(1, frame.height - 2 - footHeight(frame))
