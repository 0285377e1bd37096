/** Which paintings a search finds. */
import type { Painting } from "../server/messages";

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Paintings in whose name, hand, wishes or date every word is found. */
export function found(paintings: readonly Painting[], search: string, dateOf: (made: string) => string): Painting[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return paintings.filter((painting) => {
    const wishes = painting.wishes.map((wish) => wish.text).join(" ");
    const text = plain(`${painting.name} ${painting.hand} ${wishes} ${painting.made} ${dateOf(painting.made)}`);
    return words.every((word) => text.includes(word));
  });
}
