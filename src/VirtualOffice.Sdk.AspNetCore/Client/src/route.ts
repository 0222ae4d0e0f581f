import { useEffect, useState } from "preact/hooks";
import type { Role } from "./types";

export type Page = "desk" | "board" | "wall" | "calls" | "audit" | "company";

const read = () => location.hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);

/** The parts of the address behind the #: the page works wherever it is mounted. */
export function useRoute(): string[] {
  const [route, set] = useState(read);
  useEffect(() => {
    const listen = () => set(read());
    addEventListener("hashchange", listen);
    return () => removeEventListener("hashchange", listen);
  }, []);
  return route;
}

export function pagesOf(roles: Role[]): Page[] {
  const pages: Page[] = [];
  if (roles.includes("Operator")) pages.push("desk");
  if (roles.includes("Supervisor")) pages.push("board", "calls", "audit", "wall");
  if (roles.includes("Client")) pages.push("company");
  return pages;
}

export function pageOf(route: string[], roles: Role[]): Page {
  const pages = pagesOf(roles);
  return pages.find((page) => page === route[0]) ?? pages[0] ?? "desk";
}
