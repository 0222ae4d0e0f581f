import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** The page's colours, where a canvas has no style sheet. */
export type Palette = (name: "ink" | "quiet" | "line" | "accent" | "accent-soft" | "good" | "warn" | "bad") => string;

const palette: Palette = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A chart as wide as its place, drawn anew in other colours when the page's change. What it says is in the label and, for whoever does not see it, in a table beside it. */
export function Chart(props: { label: string; height: number; data: uPlot.AlignedData; options: (colours: Palette) => Omit<uPlot.Options, "width" | "height"> }) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<uPlot | null>(null);
  const [scheme, setScheme] = useState(0);
  useEffect(() => {
    const redraw = () => setScheme((n) => n + 1);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", redraw);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "lang"] });
    return () => {
      dark.removeEventListener("change", redraw);
      theme.disconnect();
    };
  }, []);
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const chart = new uPlot({ ...props.options(palette), width: Math.max(200, place.clientWidth), height: props.height }, props.data, place);
    drawn.current = chart;
    const size = new ResizeObserver(() => chart.setSize({ width: Math.max(200, place.clientWidth), height: props.height }));
    size.observe(place);
    return () => {
      size.disconnect();
      chart.destroy();
      drawn.current = null;
    };
  }, [scheme, props.height, props.label]);
  useEffect(() => drawn.current?.setData(props.data), [props.data]);
  return <div class="chart" role="img" aria-label={props.label} ref={box} />;
}
