import { createContext, type ReactNode, useContext } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Captioned } from "#app/_ui/form/captioned.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { NumberInput, TextInput } from "#app/_ui/form/text-input.tsx";

/** What a control is called by: the places it stands in, since the browser puts back what it finds by name. */
const Place = createContext("");

interface ListGroupProps {
  title: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}

/** A list of the scenario, which can become longer. */
export function ListGroup({ title, add, onAdd, children }: ListGroupProps) {
  return (
    <FieldGroup look="ruled" title={title} className="gap-2">
      <Place value={title}>{children}</Place>
      <Button look="text" onClick={onAdd} className="justify-self-start">
        {add}
      </Button>
    </FieldGroup>
  );
}

interface ListRowProps {
  remove: string;
  onRemove: () => void;
  children: ReactNode;
}

/** An entry of such a list, which can be taken out. */
export function ListRow({ remove, onRemove, children }: ListRowProps) {
  const place = useContext(Place);
  return (
    <div className="flex flex-wrap items-end gap-3 border-b border-line pb-2">
      <Place value={`${place} ${remove}`}>{children}</Place>
      <Button look="alarm" size="square" aria-label={remove} title={remove} onClick={onRemove}>
        ✕
      </Button>
    </div>
  );
}

/** A control under what it is called. */
export function Placed({ label, children }: { label: string; children: ReactNode }) {
  const place = useContext(Place);
  return (
    <Captioned caption={label}>
      <Place value={`${place} ${label}`}>{children}</Place>
    </Captioned>
  );
}

interface OneOfProps<Value extends string> {
  value: Value;
  options: readonly Value[];
  tell?: (value: Value) => string;
  onChoose: (value: Value) => void;
}

export function OneOf<Value extends string>({ options, tell = (name) => name, ...choice }: OneOfProps<Value>) {
  const place = useContext(Place);
  return <Select {...choice} size="small" name={place} options={options.map((one) => [one, tell(one)] as const)} />;
}

interface CountProps {
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
}

export function Count({ min = 0, onChange, ...count }: CountProps) {
  const place = useContext(Place);
  return <NumberInput {...count} size="small" name={place} min={min} step="any" onNumber={onChange} className="w-24" />;
}

interface HostNameProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

export function HostName({ onChange, ...input }: HostNameProps) {
  return (
    <TextInput
      {...input}
      size="small"
      pattern="[a-z][a-z0-9\-]{0,19}"
      required
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
