// The ring is made here and not fetched: no file, no delay, and a volume of its own.
let context: AudioContext | null = null;
let ringing: ReturnType<typeof setInterval> | undefined;

/** Browsers allow sound only after a person has touched the page. */
export function allowSound(): void {
  context ??= new AudioContext();
  void context.resume();
}

function tone(at: number, frequency: number, seconds: number, volume: number): void {
  if (!context) return;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.02);
  gain.gain.setTargetAtTime(0, at + seconds - 0.08, 0.03);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds + 0.2);
}

function ringOnce(volume: number): void {
  if (context?.state !== "running") return;
  const at = context.currentTime + 0.02;
  for (const [offset, frequency] of [[0, 660], [0.18, 880], [0.36, 660]] as const) tone(at + offset, frequency, 0.22, volume);
}

export function ring(volume: number): void {
  if (ringing !== undefined) return;
  ringOnce(volume);
  ringing = setInterval(() => ringOnce(volume), 2000);
}

export function stopRinging(): void {
  clearInterval(ringing);
  ringing = undefined;
}
