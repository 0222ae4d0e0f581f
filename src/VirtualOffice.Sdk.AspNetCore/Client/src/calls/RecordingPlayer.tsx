import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "../api";
import { duration } from "../format";
import { t } from "../i18n";
import type { Waveform } from "../types";
import { draw } from "./waveform";

const step = 5;
const speeds = [1, 1.25, 1.5, 2];

/** A recording to be listened to: its waveform, where something was left out, and everything by the keyboard. Where the waveform cannot be had, the browser's own player. */
export function RecordingPlayer(props: { path: string; label: string }) {
  const [wave, setWave] = useState<Waveform | null>(null);
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const audio = useRef<HTMLAudioElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    get<Waveform>(`${props.path}/waveform`).then(setWave, () => undefined);
  }, [props.path]);
  useEffect(() => {
    const place = canvas.current;
    if (!place || !wave) return;
    const redraw = () => draw(place, wave, at);
    redraw();
    const size = new ResizeObserver(redraw);
    const theme = new MutationObserver(redraw);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    size.observe(place);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    dark.addEventListener("change", redraw);
    return () => {
      size.disconnect();
      theme.disconnect();
      dark.removeEventListener("change", redraw);
    };
  }, [wave, at]);

  const total = wave?.seconds ?? 0;
  const go = (to: number) => {
    const time = Math.max(0, Math.min(total, to));
    setAt(time);
    if (audio.current) audio.current.currentTime = time;
  };
  const toggle = () => {
    if (audio.current) void (audio.current.paused ? audio.current.play() : Promise.resolve(audio.current.pause())).catch(() => undefined);
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => go(at - step), ArrowRight: () => go(at + step), ArrowDown: () => go(at - step), ArrowUp: () => go(at + step),
    PageUp: () => go(at + 6 * step), PageDown: () => go(at - 6 * step), Home: () => go(0), End: () => go(total), " ": toggle, Enter: toggle,
  };
  return (
    <div class="player" role="group" aria-label={props.label}>
      {wave && (
        <div class="player-wave" role="slider" tabIndex={0} aria-label={t("player.position")} aria-valuemin={0} aria-valuemax={Math.round(total)} aria-valuenow={Math.round(at)}
          aria-valuetext={t("player.at", { at: duration(at * 1000), total: duration(total * 1000) })}
          onKeyDown={(e) => {
            const act = keys[e.key];
            if (act && !e.altKey && !e.ctrlKey && !e.metaKey) {
              e.preventDefault();
              act();
            }
          }}
          onPointerDown={(e) => {
            const place = e.currentTarget.getBoundingClientRect();
            go(((e.clientX - place.left) / place.width) * total);
          }}>
          <canvas ref={canvas} aria-hidden="true" />
        </div>
      )}
      <div class="player-row">
        {wave && <button type="button" class="primary" onClick={toggle}>{isPlaying ? t("player.stop") : t("player.play")}</button>}
        {wave && <span class="timer">{duration(at * 1000)} / {duration(total * 1000)}</span>}
        {wave && <label class="inline">{t("player.speed")}
          <select class="small" value={speed} onChange={(e) => {
            const chosen = Number(e.currentTarget.value);
            setSpeed(chosen);
            if (audio.current) audio.current.playbackRate = chosen;
          }}>{speeds.map((each) => <option key={each} value={each}>{each}×</option>)}</select>
        </label>}
        <audio ref={audio} controls={!wave} preload="none" src={`./api/${props.path}/recording`} aria-label={props.label}
          onPlay={(e) => { e.currentTarget.playbackRate = speed; if (Math.abs(e.currentTarget.currentTime - at) > 0.5) e.currentTarget.currentTime = at; setPlaying(true); }}
          onPause={() => setPlaying(false)} onEnded={() => setPlaying(false)} onTimeUpdate={(e) => setAt(e.currentTarget.currentTime)} />
      </div>
      {wave && wave.pauses.length > 0 && (
        <ul class="player-pauses" aria-label={t("player.pauses")}>
          {wave.pauses.map((pause, i) => (
            <li key={i}><button type="button" class="small" onClick={() => go(pause.at)}>{duration(pause.at * 1000)}</button>{" "}
              {pause.seconds === null ? t("player.pausedToEnd") : t("player.paused", { time: duration(Math.ceil(pause.seconds) * 1000) })}{pause.reason === "Policy" ? ` · ${t("player.policy")}` : ""}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
