import { useEffect, useId, useRef } from "react";
import { TextInput } from "#app/_ui/form/text-input.tsx";

interface Props {
  address: string;
  label: string;
  /** Why it must be copied by hand. */
  why: string;
}

/** An address to be copied by hand, selected as it appears. */
export function CopyByHand({ address, label, why }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const note = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <div className="w-full">
      <TextInput
        ref={field}
        size="code"
        readOnly
        value={address}
        aria-label={label}
        aria-describedby={note}
        onFocus={({ currentTarget }) => currentTarget.select()}
        className="block w-full"
      />
      <p id={note} className="mt-1 text-quiet">
        {why}
      </p>
    </div>
  );
}
