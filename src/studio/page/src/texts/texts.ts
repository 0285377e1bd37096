/** The words of the page in the language of the browser, or in the one that was chosen. */
import { computed, signal } from "@preact/signals";
import { de } from "./de";
import { en, type Texts } from "./en";

export const languages: Record<string, Texts> = { en, de };

const kept = "language";

/** @param asked the browser's, the dearest first. */
export function languageOf(asked: readonly string[]): string {
  for (const each of asked) {
    const language = each.slice(0, 2).toLowerCase();
    if (language in languages) return language;
  }
  return "en";
}

export const language = signal(languageOf([localStorage.getItem(kept) ?? "", ...navigator.languages]));
export const texts = computed((): Texts => languages[language.value] ?? en);

export function choose(chosen: string): void {
  localStorage.setItem(kept, chosen);
  language.value = chosen;
}

/** Puts values where a text has them in {braces}. */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

type Key = Exclude<keyof Texts, "names">;

/** A text of the page. */
export const say = (key: Key, values: Record<string, string | number> = {}): string => filled(texts.value[key], values);

const figures = computed(() => new Intl.NumberFormat(language.value)); // Costly to make, cheap to use.

export const figure = (value: number): string => figures.value.format(value);
