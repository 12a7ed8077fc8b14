"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import Link, { type LinkProps } from "next/link";
import type { ComponentProps } from "react";
import { type Look, type LookSize, lookOf } from "./look.ts";

/** A link in running text, or one of a list of titles. */
export function TextLink<Address>({
  look = "text",
  className,
  ...link
}: LinkProps<Address> & { look?: "text" | "title" }) {
  return <Link<Address> {...link} className={lookOf(look, "medium", className)} />;
}

/** A link that looks like a button. */
export function ButtonLink<Address>({
  look,
  size = "medium",
  className,
  ...link
}: LinkProps<Address> & { look: Exclude<Look, "text" | "title">; size?: LookSize }) {
  return <Link<Address> {...link} className={lookOf(look, size, className)} />;
}

/** A link to what is no page of ours: another site, a file to be kept. */
export function PlainLink({ look = "text", className, children, ...link }: ComponentProps<"a"> & { look?: Look }) {
  return (
    <a {...link} className={lookOf(look, "medium", className)}>
      {children}
    </a>
  );
}
