const leastMs = 30_000

/** One soft tone, at most one in thirty seconds; made here, so that no file is loaded. */
export class Tone {
  #context: AudioContext | undefined
  #playedAt = Number.NEGATIVE_INFINITY

  /** Browsers want it to be made while somebody presses something. */
  allow(): void {
    this.#context ??= new AudioContext()
    void this.#context.resume()
  }

  play(): void {
    const context = this.#context
    const now = performance.now()
    if (context === undefined || now - this.#playedAt < leastMs) return
    this.#playedAt = now
    const start = context.currentTime
    const gain = context.createGain()
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(0.15, start + 0.05)
    gain.gain.exponentialRampToValueAtTime(0.001, start + 0.9)
    gain.connect(context.destination)
    const oscillator = context.createOscillator()
    oscillator.frequency.value = 523.25
    oscillator.connect(gain)
    oscillator.start(start)
    oscillator.stop(start + 1)
  }
}
