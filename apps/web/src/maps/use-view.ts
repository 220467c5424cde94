import { createSignal, onCleanup, onMount } from "solid-js"
import { HEIGHT, type Point, WIDTH } from "./frame.ts"
import { moved, type View, whole, zoomed } from "./view.ts"

/** Pixels that a pointer moves before it drags the map rather than presses what lies under it. */
const DRAG_PX = 5

/** What one press of a button or key does. */
const STEP = 1.6
const PAN = 90

const pans: Readonly<Record<string, Point>> = {
  ArrowRight: [-PAN, 0],
  ArrowLeft: [PAN, 0],
  ArrowDown: [0, -PAN],
  ArrowUp: [0, PAN]
}

/** The view of a map, moved by wheel, drag, pinch and keys over the frame's element. */
export const useView = (frame: () => SVGSVGElement | undefined) => {
  const [view, setView] = createSignal<View>(whole)
  const [unitsPerPixel, setUnitsPerPixel] = createSignal(1)
  const pointers = new Map<number, Point>()
  let dragged = false

  const measure = () => {
    const width = frame()?.clientWidth ?? 0
    if (width > 0) setUnitsPerPixel(WIDTH / width)
  }
  onMount(() => {
    measure()
    window.addEventListener("resize", measure)
    onCleanup(() => window.removeEventListener("resize", measure))
  })

  const place = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = frame()?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return [WIDTH / 2, HEIGHT / 2]
    return [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT]
  }

  /** At the edge of what can be zoomed the page scrolls on. */
  const onWheel = (event: WheelEvent) => {
    const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.03 : 0.0015))
    const next = zoomed(view(), factor, place(event))
    if (next.k === view().k) return
    event.preventDefault()
    setView(next)
  }

  const onPointerDown = (event: PointerEvent) => {
    pointers.set(event.pointerId, place(event))
    dragged = false
  }
  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId)
    if (before === undefined) return
    const now = place(event)
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]]
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    if (!dragged) {
      if (Math.hypot(dx, dy) < DRAG_PX * unitsPerPixel()) return
      dragged = true
      frame()?.setPointerCapture(event.pointerId)
    }
    pointers.set(event.pointerId, now)
    if (other === undefined) setView(moved(view(), dx, dy))
    else {
      const apart = (point: Point) => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]))
      setView(zoomed(view(), apart(now) / apart(before), other))
    }
  }
  const onPointerEnd = (event: PointerEvent) => pointers.delete(event.pointerId)

  /** A drag is not a press: the link under it stays closed. */
  const onClickCapture = (event: MouseEvent) => {
    if (!dragged) return
    event.preventDefault()
    event.stopPropagation()
    dragged = false
  }

  const zoom = (factor: number, at?: Point) => setView((now) => zoomed(now, factor, at))
  /** True where the key was meant for the view. */
  const press = (event: KeyboardEvent, at: Point): boolean => {
    const pan = event.shiftKey ? pans[event.key] : undefined
    if (pan !== undefined) setView((now) => moved(now, ...pan))
    else if (event.key === "+" || event.key === "=") zoom(STEP, at)
    else if (event.key === "-") zoom(1 / STEP, at)
    else if (event.key === "0") setView(whole)
    else return false
    return true
  }

  return {
    view,
    setView,
    unitsPerPixel,
    press,
    nearer: () => zoom(STEP),
    farther: () => zoom(1 / STEP),
    reset: () => setView(whole),
    gestures: { onWheel, onPointerDown, onPointerMove, onPointerEnd, onClickCapture }
  }
}
