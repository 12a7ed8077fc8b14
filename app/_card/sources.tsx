import { PlainLink } from "#app/_ui/link.tsx";

interface Props {
  sources: readonly { readonly label: string; readonly url?: string | undefined }[];
}

/** RFC paragraphs, knobs and recorded traces; those with an address are links. */
export function Sources({ sources }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-quiet">
      {sources.map(({ label, url }) => (
        <li key={label}>
          {url ? (
            <PlainLink href={url} rel="noreferrer">
              {label}
            </PlainLink>
          ) : (
            label
          )}
        </li>
      ))}
    </ul>
  );
}
