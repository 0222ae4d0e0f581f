import { useState } from "preact/hooks";
import { t } from "../i18n";

const screenful = 25;

/**
 * What is shown of a list that may be long. A short one is shown as it is. Of a long one, the most urgent come first, what is typed narrows it, and the rest is shown when it is asked for.
 */
export function useLongList<T>(items: T[], textOf: (item: T) => string, urgencyOf: (item: T) => number) {
  const [wanted, setWanted] = useState("");
  const [isWhole, setWhole] = useState(false);
  if (items.length <= screenful) return { shown: items, find: null, rest: null };
  const text = wanted.trim().toLocaleLowerCase();
  const found = text ? items.filter((item) => textOf(item).toLocaleLowerCase().includes(text)) : items;
  const sorted = found.map((item) => ({ item, urgency: urgencyOf(item) })).sort((a, b) => (a.urgency === b.urgency ? 0 : b.urgency > a.urgency ? 1 : -1)).map((entry) => entry.item);
  const shown = isWhole ? sorted : sorted.slice(0, screenful);
  return {
    shown,
    find: <input type="search" class="find" aria-label={t("list.find")} placeholder={t("list.find")} value={wanted} onInput={(e) => setWanted(e.currentTarget.value)} />,
    rest: (
      <p class="dim rest" role="status">{t("list.shown", { count: shown.length, all: items.length })}
        {shown.length < sorted.length && <button type="button" class="small" onClick={() => setWhole(true)}>{t("list.all")}</button>}</p>
    ),
  };
}
