import type { Waveform } from "../types";

const bar = 2;
const gap = 1;

/** Draws how loud a recording is, what of it was heard, and where something was left out. */
export function draw(canvas: HTMLCanvasElement, wave: Waveform, at: number): void {
  const scale = devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d");
  if (!pen || width === 0) return;
  pen.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const heard = wave.seconds > 0 ? (at / wave.seconds) * width : 0;
  const bars = Math.max(1, Math.floor(width / (bar + gap)));
  // A recording of quiet voices is to be seen, too.
  const most = Math.max(20, ...wave.peaks);
  for (let i = 0; i < bars; i++) {
    const [from, to] = [Math.floor((i * wave.peaks.length) / bars), Math.max(Math.floor((i * wave.peaks.length) / bars) + 1, Math.floor(((i + 1) * wave.peaks.length) / bars))];
    const peak = Math.max(0, ...wave.peaks.slice(from, to)) / most;
    const size = Math.max(1, peak * (height - 6));
    pen.fillStyle = i * (bar + gap) < heard ? colour("accent") : colour("line-strong");
    pen.fillRect(i * (bar + gap), (height - size) / 2, bar, size);
  }

  pen.fillStyle = colour("warn");
  for (const pause of wave.pauses) {
    const x = wave.seconds > 0 ? (pause.at / wave.seconds) * width : 0;
    pen.fillRect(Math.min(width - 2, x), 0, 2, height);
  }

  pen.fillStyle = colour("ink");
  pen.fillRect(Math.min(width - 1, heard), 0, 1, height);
}
