"use client";

/** The last resort, when not even the layout could be rendered: plain, and in both languages, since neither is known. */
export default function GlobalFailed({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main role="alert">
          <h1>Something went wrong · 出了点问题</h1>
          <p>The page could not be shown. Your recorded answers are safe.</p>
          <p lang="zh-CN">页面无法显示。已记录的作答都还在。</p>
          <button type="button" onClick={retry}>
            Try again · 重试
          </button>
        </main>
      </body>
    </html>
  );
}
