"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps } from "react";
import { joined } from "./look.ts";

/** What a page is called. A sentence is longer than a name: on a narrow screen it is set smaller. */
export function PageHeading({ isSentence = false, className, ...h1 }: ComponentProps<"h1"> & { isSentence?: boolean }) {
  const size = isSentence ? "text-2xl sm:text-3xl" : "text-3xl";
  return <h1 {...h1} className={joined(size, "font-semibold tracking-tight", className)} />;
}

/** What a part of a page is called. */
export function SectionHeading({ className, ...h2 }: ComponentProps<"h2">) {
  return <h2 {...h2} className={joined("text-xl font-semibold", className)} />;
}

/** Small letters over what they name, which is larger. */
export function SmallHeading({ as = "h2", className, ...rest }: ComponentProps<"h2"> & { as?: "h2" | "p" }) {
  const Tag = as as "h2"; // all that is said of it holds for both
  return <Tag {...rest} className={joined("text-sm font-semibold text-quiet", className)} />;
}
