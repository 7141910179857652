import { useEffect, useEffectEvent, useState } from 'react'

/** Seconds that run down to nothing, measured against the clock so that a sleeping tab does not stretch them. */
export function useCountdown(onOver: () => void) {
  const [until, setUntil] = useState(0)
  const [seconds, setSeconds] = useState(0)
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (until === 0) return
    const tick = (): void => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setSeconds(left)
      if (left > 0) return
      setUntil(0)
      over()
    }
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until])
  return {
    seconds,
    start(length: number): void {
      setSeconds(length)
      setUntil(length === 0 ? 0 : performance.now() + length * 1000)
    },
  }
}
