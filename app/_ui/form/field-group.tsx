"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps, ReactNode } from "react";
import { joined } from "../look.ts";

interface Props extends Omit<ComponentProps<"fieldset">, "title"> {
  title: ReactNode;
  look: keyof typeof LOOKS;
}

const LOOKS = {
  plain: { group: "", title: "mb-2 font-semibold" },
  // Under a line, in which its name stands.
  ruled: { group: "grid border-t border-line pt-4", title: "pe-3 font-semibold" },
  small: { group: "", title: "mb-2 text-sm font-semibold text-quiet" },
};

/** Controls that belong together, under a name. */
export function FieldGroup({ title, look, className, children, ...fieldset }: Props) {
  const looks = LOOKS[look];
  return (
    <fieldset {...fieldset} className={joined(looks.group, className) || undefined}>
      <legend className={looks.title}>{title}</legend>
      {children}
    </fieldset>
  );
}
