let context: AudioContext | null = null;

/** Two soft notes, made here rather than downloaded. Silent until the shopper has touched the page. */
export function chime(): void {
  try {
    context ??= new AudioContext();
  } catch {
    // No sound device: the badge says it as well.
    return;
  }
  if (context.state !== 'running') void context.resume();
  for (const [frequency, delay] of [
    [880, 0],
    [1174.7, 0.12],
  ] as const) {
    const at = context.currentTime + delay;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.08, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.4);
  }
}
