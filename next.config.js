process.env.NEXT_TELEMETRY_DISABLED = "1"; // no anonymous usage data from build or development

/** What every answer carries. The Content-Security-Policy has a nonce of its own for each page: see proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()",
  },
];

/** @type {import('next').NextConfig} */
export default {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  // Types are judged by npm test. A build would judge the tests too, and those miss their packages where it is only run.
  typescript: { ignoreBuildErrors: true },
  // No page has an image to be resized: the door for it, /_next/image, answers 404.
  images: { unoptimized: true },
  // Native code, loaded when weights are trained: it must stay a file of its own.
  serverExternalPackages: ["@open-spaced-repetition/binding"],
  experimental: {
    globalNotFound: true,
    // What is longer reaches a route cut off. A log may be almost as long (LOG_BYTES_MAX), so that more is noticed.
    proxyClientMaxBodySize: "65mb",
  },
  headers: async () => [
    { source: "/:path*", headers },
    // Whatever a door answers, refusals too, is of this moment and of this learner.
    { source: "/api/:path*", headers: [{ key: "Cache-Control", value: "no-store" }] },
  ],
};
