/** The request header by which the proxy tells pages which language the address names, if it names one. */
export const LANGUAGE_HEADER = "x-retransmit-language";

/**
 * Everything comes from this server; scripts also need the page's nonce. In development React needs eval for its
 * error messages and styles are put in by script.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const style = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src ${style}`,
    "img-src 'self' blob:", // a diagram on its way to becoming a PNG
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'", // long films are worked out beside the page
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
