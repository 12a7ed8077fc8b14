export const THEME_COOKIE = "theme";

/** The theme that was chosen by hand; undefined: the system decides. */
export function themeOf(cookie: string | undefined): "light" | "dark" | undefined {
  return cookie === "light" || cookie === "dark" ? cookie : undefined;
}
