"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps } from "react";
import { joined } from "./look.ts";

interface Props extends ComponentProps<"div"> {
  as?: "div" | "section" | "p";
  look: keyof typeof LOOKS;
}

const LOOKS = { sunk: "bg-sunk", ruled: "border border-line", raised: "border border-line bg-raised" };

/** What is set apart from the text around it. */
export function Box({ as = "div", look, className, ...rest }: Props) {
  const Tag = as as "div"; // all that is said of it holds for each
  return <Tag {...rest} className={joined("rounded-lg px-4 py-3", LOOKS[look], className)} />;
}
