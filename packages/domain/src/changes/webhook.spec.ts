import fc from "fast-check"
import { expect, it } from "vitest"
import { isGivenUp, isPublicAddress, nextDelivery } from "./webhook.ts"

it("waits longer after each attempt, never more than seven and a half hours, never less than half a minute", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const wait = nextDelivery(attempts, 0, random)
      return (
        wait >= 30_000 &&
        wait <= 7.5 * 3_600_000 &&
        nextDelivery(attempts + 1, 0, random) >= wait &&
        wait >= nextDelivery(attempts, 0, 0)
      )
    })
  )
})

it("gives an endpoint up after five days", () => {
  const day = 86_400_000
  expect([isGivenUp(0, 5 * day - 1), isGivenUp(0, 5 * day)]).toEqual([false, true])
})

it.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1%eth0",
  "fc00::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::a00:1",
  "2002:7f00:1::1",
  "2001:db8::1",
  "localhost",
  "",
  "1.2.3",
  "1.2.3.4.5"
])("is not to be reached: %s", (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each(["8.8.8.8", "172.32.0.1", "11.0.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2a00:1450::1"])(
  "is public: %s",
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  }
)
