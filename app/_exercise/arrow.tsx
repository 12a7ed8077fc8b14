import { Button } from "#app/_ui/button.tsx";

interface ArrowProps {
  label: string;
  sign: string;
  disabled: boolean;
  onPress: () => void;
}

/** Moves one of several things up or down. At the end it stays, so that the focus does. */
export function ArrowButton({ label, sign, disabled, onPress }: ArrowProps) {
  return (
    <Button
      look="quiet"
      size="square"
      aria-label={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
    >
      {sign}
    </Button>
  );
}
