"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** The first page came whole from the server; what is shown later may come from the browser's history. */
let isFirst = true;

/** Asks for the page again when it was not loaded as a whole: Back brings it as it was when one left. */
export function useFresh(): void {
  const router = useRouter();
  useEffect(() => {
    if (!isFirst) router.refresh();
    isFirst = false;
  }, [router]);
}
