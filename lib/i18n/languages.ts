/** The languages of the content and of the interface. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** For the lang attribute: "zh" alone would leave the choice of glyphs to chance. */
export const LANG_TAG = { en: "en", zh: "zh-CN" } as const satisfies Record<Language, string>;

/** What a language calls itself. */
export const OWN_NAME = { en: "English", zh: "中文" } as const satisfies Record<Language, string>;

/** The cookie that remembers a choice made by hand. */
export const LANGUAGE_COOKIE = "language";

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The best of our languages for an Accept-Language header; English when none fits. */
export function negotiate(header: string | null | undefined): Language {
  const wishes = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.language).find(isLanguage) ?? "en";
}
