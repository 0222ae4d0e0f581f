import { useEffect, useMemo, useState } from "preact/hooks";
import uPlot from "uplot";
import { get, query } from "../api";
import { clockTime, duration, percent } from "../format";
import { t } from "../i18n";
import { reader } from "../live";
import type { Badge, DayInterval, DayStatistics } from "../types";
import { Chart, type Palette } from "./Chart";

const every = 15_000;
const target = 80;
// So that the first call of the day is not one bar as wide as the page.
const least = 4 * 3600;

const midnight = () => new Date(new Date().setHours(0, 0, 0, 0)).toISOString();

/** The day so far by quarters of an hour: calls offered, answered and given up, and the service level; for the office or one company. */
export function DayCharts(props: { root: "board" | "company"; companies: Badge[]; isWall?: boolean }) {
  const [company, setCompany] = useState("");
  const [day, setDay] = useState<DayStatistics | null>(null);
  useEffect(() => {
    const read = reader(() => get<DayStatistics>(`${props.root}/statistics${query({ from: midnight(), minutes: 15, company: company || null })}`), setDay);
    void read();
    const timer = setInterval(() => void read(), every);
    return () => clearInterval(timer);
  }, [company]);
  const shown = useMemo(() => (day ? withoutTheNight(day) : []), [day]);
  const calls = useMemo((): uPlot.AlignedData => [shown.map(second), shown.map((i) => some(i.offered)), shown.map((i) => some(i.answered)), shown.map((i) => some(i.abandoned))], [shown]);
  const level = useMemo((): uPlot.AlignedData => [shown.map(second), shown.map((i) => (i.ofAll === null ? null : i.ofAll * 100)), shown.map(() => target)], [shown]);
  if (!day) return <p class="dim">{t("link.connecting")}</p>;
  const sum = (of: (interval: DayInterval) => number) => day.intervals.reduce((all, interval) => all + of(interval), 0);
  const [offered, answered, abandoned] = [sum((i) => i.offered), sum((i) => i.answered), sum((i) => i.abandoned)];
  const decided = answered + abandoned;
  const all = decided === 0 ? null : (sum((i) => i.answeredInTime) + sum((i) => i.abandonedInTime)) / decided;
  const height = props.isWall ? 240 : 150;
  return (
    <div class="day-charts">
      <div class="day-head">
        <dl class="day-sums">
          <div><dt>{t("board.waiting")}</dt><dd class={day.waiting > 0 ? "warn" : ""}>{day.waiting}</dd></div>
          <div><dt>{t("chart.offered")}</dt><dd>{offered}</dd></div>
          <div><dt>{t("board.answered")}</dt><dd>{answered}</dd></div>
          <div><dt>{t("board.abandoned")}</dt><dd class={abandoned > 0 ? "bad" : ""}>{abandoned}</dd></div>
          <div><dt>{t("board.sl")}</dt><dd>{percent(all)}</dd></div>
        </dl>
        {props.companies.length > 1 && !props.isWall && (
          <label class="inline">{t("board.company")}
            <select value={company} onChange={(e) => setCompany(e.currentTarget.value)}>
              <option value="">{t("chart.office")}</option>
              {props.companies.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
            </select>
          </label>
        )}
      </div>
      <div class="chart-pair">
        <figure>
          <figcaption>{t("chart.calls")} <Key colour="offered">{t("chart.offered")}</Key> <Key colour="answered">{t("board.answered")}</Key> <Key colour="abandoned">{t("board.abandoned")}</Key></figcaption>
          <Chart label={t("chart.calls.label", { offered, answered, abandoned })} height={height} data={calls} options={callOptions} />
        </figure>
        <figure>
          <figcaption>{t("chart.level", { seconds: day.thresholdSeconds })} <Key colour="level">{t("board.slAll")}</Key> <Key colour="target">{t("chart.target", { percent: target })}</Key></figcaption>
          <Chart label={t("chart.level.label", { level: percent(all), seconds: day.thresholdSeconds })} height={height} data={level} options={levelOptions} />
        </figure>
      </div>
      {!props.isWall && <Table intervals={shown} />}
    </div>
  );
}

// A bar of nothing would be a line.
const some = (count: number) => (count === 0 ? null : count);

const second = (interval: DayInterval) => Date.parse(interval.at) / 1000;

/** From an hour before the first call, and four hours at least. */
function withoutTheNight(day: DayStatistics): DayInterval[] {
  const first = day.intervals.findIndex((interval) => interval.offered > 0);
  const steps = (seconds: number) => Math.ceil(seconds / (day.minutes * 60));
  const from = Math.min(first < 0 ? day.intervals.length : first - steps(3600), day.intervals.length - steps(least));
  return day.intervals.slice(Math.max(0, from));
}

const Key = (props: { colour: string; children: string }) => <span class="chart-key"><i class={`key-${props.colour}`} aria-hidden="true" />{props.children}</span>;

function Table(props: { intervals: DayInterval[] }) {
  const some = props.intervals.filter((interval) => interval.offered > 0);
  return (
    <details class="chart-table">
      <summary>{t("chart.table")}</summary>
      {some.length === 0 ? <p class="dim">{t("chart.none")}</p> : (
        <div class="scroll"><table>
          <thead><tr>
            <th scope="col">{t("chart.from")}</th><th scope="col" class="n">{t("chart.offered")}</th><th scope="col" class="n">{t("board.answered")}</th><th scope="col" class="n">{t("board.abandoned")}</th>
            <th scope="col" class="n">{t("board.sl")}<small> {t("board.slAll")}</small></th><th scope="col" class="n">{t("board.sl")}<small> {t("board.slAnswered")}</small></th><th scope="col" class="n">{t("board.longest")}</th>
          </tr></thead>
          <tbody>{some.map((interval) => (
            <tr key={interval.at}>
              <th scope="row"><time dateTime={interval.at}>{clockTime(interval.at)}</time></th>
              <td class="n">{interval.offered}</td><td class="n">{interval.answered}</td><td class="n">{interval.abandoned}</td>
              <td class="n">{percent(interval.ofAll)}</td><td class="n">{percent(interval.ofAnswered)}</td>
              <td class="n">{interval.longestWaitSeconds === null ? "–" : duration(interval.longestWaitSeconds * 1000)}</td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
    </details>
  );
}

const axes = (colours: Palette, value: (n: number) => string): uPlot.Axis[] => {
  const common = { stroke: colours("quiet"), grid: { stroke: colours("line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
  return [
    { ...common, grid: { show: false }, size: 26, values: (_, ticks) => ticks.map((at) => clockTime(at * 1000)), space: 60 },
    { ...common, values: (_, ticks) => ticks.map(value), size: 44, incrs: [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000] },
  ];
};

const still: Pick<uPlot.Options, "legend" | "cursor"> = { legend: { show: false }, cursor: { show: false } };
const bars = uPlot.paths.bars!;

function callOptions(colours: Palette): Omit<uPlot.Options, "width" | "height"> {
  return {
    ...still,
    padding: [10, 8, 0, 0],
    scales: { x: { time: true, range: (_, from, to) => [from, to + 900] }, y: { range: (_, __, most) => [0, Math.max(4, most * 1.1)] } },
    axes: axes(colours, String),
    series: [
      {},
      { stroke: colours("line"), fill: colours("line"), paths: bars({ size: [0.9, 60], align: 1 }), points: { show: false } },
      { stroke: colours("accent"), fill: colours("accent"), paths: bars({ size: [0.5, 30], align: 1 }), points: { show: false } },
      { stroke: colours("bad"), fill: colours("bad"), paths: bars({ size: [0.25, 14], align: 1 }), points: { show: false } },
    ],
  };
}

function levelOptions(colours: Palette): Omit<uPlot.Options, "width" | "height"> {
  return {
    ...still,
    padding: [10, 8, 0, 0],
    scales: { x: { time: true, range: (_, from, to) => [from, to + 900] }, y: { range: [0, 105] } },
    axes: axes(colours, (n) => `${n} %`),
    series: [
      {},
      { stroke: colours("good"), width: 2, spanGaps: true, points: { show: true, size: 6, fill: colours("good") } },
      { stroke: colours("quiet"), width: 1, dash: [4, 4], points: { show: false } },
    ],
  };
}
