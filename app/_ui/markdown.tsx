import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

/** A wide table scrolls in its own box; the keyboard must reach that box too. */
const components: Components = {
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <div className="wide" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};

/** Markdown as React elements, rendered on the server. Raw HTML stays text: imported Markdown is hostile. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
