import { fireEvent, render, screen } from "@solidjs/testing-library"
import { describe, expect, it, vi } from "vitest"
import { DayPicker } from "./day-picker.tsx"

const type = (text: string) => fireEvent.change(screen.getByLabelText("Tính đến ngày"), { target: { value: text } })

describe("the day picker", () => {
  it("reads a day as people here write it", () => {
    const onPick = vi.fn()
    render(() => <DayPicker value={undefined} onPick={onPick} />)
    type("5/3/2025")
    expect(onPick).toHaveBeenCalledWith("2025-03-05")
  })

  it("shows the day in the same way", () => {
    render(() => <DayPicker value="2025-04-22" onPick={vi.fn()} />)
    expect(screen.getByLabelText("Tính đến ngày")).toHaveValue("22/04/2025")
  })

  it("refuses a day that is not in the calendar, with the reason, and asks nothing", () => {
    const onPick = vi.fn()
    render(() => <DayPicker value={undefined} onPick={onPick} />)
    type("31/6/2025")
    expect(screen.getByRole("alert")).toHaveTextContent("không có trong lịch")
    expect(onPick).not.toHaveBeenCalled()
  })

  it("goes back to today when emptied", () => {
    const onPick = vi.fn()
    render(() => <DayPicker value="2025-04-22" onPick={onPick} />)
    type("")
    expect(onPick).toHaveBeenCalledWith(undefined)
  })
})
