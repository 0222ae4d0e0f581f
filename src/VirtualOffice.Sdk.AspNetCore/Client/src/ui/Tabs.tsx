import type { ComponentChildren } from "preact";

export interface Tab { id: string; title: string; count?: number; content: () => ComponentChildren }

/** Sections one click away; arrow keys move between them. */
export function Tabs(props: { label: string; tabs: Tab[]; selected: string; onSelect: (id: string) => void }) {
  const move = (e: KeyboardEvent) => {
    const step = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    e.preventDefault();
    const at = props.tabs.findIndex((tab) => tab.id === props.selected);
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length];
    if (next) {
      props.onSelect(next.id);
      requestAnimationFrame(() => document.getElementById(`tab-${next.id}`)?.focus());
    }
  };
  const current = props.tabs.find((tab) => tab.id === props.selected) ?? props.tabs[0];
  return (
    <section class="tabs">
      <div role="tablist" aria-label={props.label} onKeyDown={move}>
        {props.tabs.map((tab) => (
          <button
            key={tab.id} id={`tab-${tab.id}`} role="tab" type="button" aria-selected={tab === current} aria-controls={`panel-${tab.id}`}
            tabIndex={tab === current ? 0 : -1} onClick={() => props.onSelect(tab.id)}
          >
            {tab.title}{tab.count ? <span class="count">{tab.count}</span> : null}
          </button>
        ))}
      </div>
      {current && <div id={`panel-${current.id}`} role="tabpanel" aria-labelledby={`tab-${current.id}`} tabIndex={0}>{current.content()}</div>}
    </section>
  );
}
