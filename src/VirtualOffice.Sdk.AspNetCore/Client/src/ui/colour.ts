/** White or near-black on a company's own colour, whichever is read better. */
export function textOn(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  return 1.05 / (luminance + 0.05) >= 4.5 ? "#ffffff" : "#10151c";
}

const isColour = (text: string | null): text is string => text !== null && /^#[0-9a-f]{6}$/i.test(text);

/** The mark of a company in its own colour, beside its name or its greeting. */
export const markStyle = (accent: string | null) => (isColour(accent) ? { backgroundColor: accent } : undefined);

export const edgeStyle = (accent: string | null) => (isColour(accent) ? { borderLeftColor: accent } : undefined);

/** The head of a company's page in its own colour; null for the desk's. Set as properties, which a strict content policy allows. */
export const headStyle = (accent: string | null) => (isColour(accent) ? { backgroundColor: accent, color: textOn(accent) } : undefined);
