import { PlainLink } from "#app/_ui/link.tsx";
import { PageSection } from "#app/_ui/page-section.tsx";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import { lastDaily } from "#lib/db/daily.ts";
import { backupFolder, databaseFile } from "#lib/db/file.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

/** How to take everything along, what was kept by itself, and the way back. */
export function Backup({ words }: { words: Messages["backup"] }) {
  const file = databaseFile();
  const folder = backupFolder(file);
  const last = lastDaily(file, folder);
  return (
    <PageSection id="backup" heading={words.heading} className="mt-14">
      <p className="mt-2 text-quiet">{words.intro}</p>
      <p className="mt-3">
        <PlainLink href="/api/backup" download look="quiet" className="inline-block">
          {words.download}
        </PlainLink>
      </p>
      <p className="mt-3">{last === null ? words.noneYet : say(words.last, { day: last.day })}</p>
      <p className="text-sm text-quiet">
        {words.folder} <code className="break-all">{folder}</code>
      </p>
      <p className="mt-3 text-sm text-quiet">{words.restore}</p>
      <ScrollBox className="mt-1 overflow-x-auto rounded bg-sunk px-3 py-2 text-sm">
        <pre>
          <code>npm run -s restore -- {words.file}</code>
        </pre>
      </ScrollBox>
    </PageSection>
  );
}
