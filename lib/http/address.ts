/**
 * An address that every router can take apart: where the percent signs of a path's segment do not spell UTF-8, they are
 * percent signs, and lead to a page that there is not, or to an id that is none. null: it is no path at all.
 */
export function readableAddress(url: string): string | null {
  if (!url.startsWith("/")) return null;
  const [path = "", ...query] = url.split("?");
  const readable = path.split("/").map((segment) => (isReadable(segment) ? segment : segment.replaceAll("%", "%25")));
  return [readable.join("/"), ...query].join("?");
}

function isReadable(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}
