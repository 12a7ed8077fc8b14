import { type NextRequest, NextResponse } from "next/server";
import { doorOrPage } from "#lib/http/doors.ts";
import { refusal } from "#lib/http/guard.ts";
import { contentSecurityPolicy, LANGUAGE_HEADER } from "#lib/http/policy.ts";
import { isLanguage, LANGUAGE_COOKIE, negotiate } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";

/** Host names, besides localhost and addresses, under which the server was told to answer. */
const NAMES = (process.env.RETRANSMIT_NAMES ?? "").toLowerCase().split(",").filter(Boolean);

/** The outermost door: refuses what does not belong here, finds the language, and gives each page its nonce. */
export function proxy(request: NextRequest) {
  const wish = request.cookies.get(LANGUAGE_COOKIE)?.value;
  const language = isLanguage(wish) ? wish : negotiate(request.headers.get("accept-language"));

  const refused = refusal(request.method, request.headers, NAMES);
  if (refused) {
    const { status, reason } = refused;
    const headers = { "cache-control": "no-store" };
    return NextResponse.json({ reason, message: messagesFor(language).problems[reason] }, { status, headers });
  }

  const { pathname, search } = request.nextUrl;
  if (doorOrPage(pathname)?.kind !== "page") return NextResponse.next();
  const first = pathname.split("/")[1] ?? "";
  if (!isLanguage(first) && !looksLikeLanguage(first)) {
    // The name and scheme that the browser used, not those that the server is bound to.
    const scheme = schemeOf(request);
    const home = `${scheme}://${request.headers.get("host")}/${language}`;
    const address = `${home}${pathname === "/" ? "" : pathname}${search}`;
    const headers = { vary: "accept-language, cookie", "cache-control": "no-store" };
    return NextResponse.redirect(address, { status: 307, headers });
  }

  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy); // where Next finds the nonce for its own scripts
  headers.set(LANGUAGE_HEADER, first);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // A proxy in front speaks TLS: so shall the browser from now on.
  if (schemeOf(request) === "https") response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** How the browser called: as a proxy in front says, who says "http" or "https"; else as it came in. */
function schemeOf(request: NextRequest): "http" | "https" {
  const [said = ""] = (request.headers.get("x-forwarded-proto") ?? "").split(",");
  const scheme = said.trim() || request.nextUrl.protocol.replace(":", "");
  return scheme === "https" ? "https" : "http";
}

/** "fr", "pt-BR": somebody asks for a language that there is not; the page for it says which there are. */
function looksLikeLanguage(segment: string): boolean {
  return /^[a-z]{2}(-[a-z]{2,4})?$/i.test(segment);
}

export const config = { matcher: ["/((?!_next/|icon\\.svg$).*)"] };
