/** U+FFFD, which stands for what could not be read. */
const UNREADABLE = "%EF%BF%BD";

/**
 * An address that every router can take apart, some of which do so twice: percent signs that do not spell UTF-8, or spell a
 * percent sign, are unreadable characters, and lead to a page that there is not, or to an id that is none. null: it is no
 * path at all.
 */
export function readableAddress(url: string): string | null {
  // As a client writes it that speaks to a proxy (RFC 9112, 3.2.2); whose name it is, the Host header says.
  const [, own = url] = /^https?:\/\/[^/?#]*(\/.*)$/i.exec(url) ?? [];
  if (!own.startsWith("/")) return null;
  const [path = "", ...query] = own.split("?");
  // Clients resolve these themselves; who does not wants to be taken for something else.
  if (path.split("/").some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return null;
  return [path.split("/").map(readableSegment).join("/"), ...query].join("?");
}

function readableSegment(segment: string): string {
  try {
    if (!decodeURIComponent(segment).includes("%")) return segment;
  } catch {
    return segment.replaceAll("%", UNREADABLE);
  }
  return segment.replaceAll("%25", UNREADABLE);
}
