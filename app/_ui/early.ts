import { flushSync } from "react-dom";

/**
 * What is typed, ticked or chosen before React has the page would be lost: React takes the page for as it was served,
 * and hears nothing of what happened before it listened. So what the controls hold is noted here (when these scripts
 * begin, at each input, and when the page is React's), and then told once more, as if it happened now: whoever handles
 * `onChange` needs to know nothing of all this. It is the same with what the browser put back after Back or a reload.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Entered {
  readonly value: string;
  readonly checked: boolean;
  /** Where the caret was; null: there is none in such a control. */
  readonly caret: readonly [number, number] | null;
}

const CONTROLS = "input, textarea, select";
let entered = new Map<Control, Entered>();

/** Notes what was entered so far, and from now on. Before React begins: it puts back some texts while it looks at them. */
export function watchForEarlyInput(): void {
  noteAll();
  // Before anything of React's, which stops events that come while it is at work.
  for (const kind of ["input", "change"]) window.addEventListener(kind, onInput, true);
}

/** Ends the watch: the page is React's, nothing on it was drawn again yet. */
export function endWatchForEarlyInput(): void {
  for (const kind of ["input", "change"]) window.removeEventListener(kind, onInput, true);
  noteAll();
  entered = new Map([...entered].filter(([control, now]) => control.isConnected && isNews(control, now)));
}

/** Whether anything was entered that React has not been told yet. */
export function isInputEarly(): boolean {
  return entered.size > 0;
}

/**
 * Tells React all that was entered, one after the other and in the order of the page, so that each handler sees what
 * the one before made of the page. Not to be called while React is at work.
 */
export function tellEarlyInput(): void {
  const inOrder = [...entered].sort(([a], [b]) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  for (const [control, now] of inOrder) if (control.isConnected) flushSync(() => tell(control, now));
  entered = new Map();
}

function onInput({ target }: Event): void {
  if (target instanceof Element && target.matches(CONTROLS)) note(target as Control); // what CONTROLS names is one
}

function noteAll(): void {
  for (const control of document.querySelectorAll<Control>(CONTROLS)) {
    if (isNews(control, stateOf(control))) note(control);
  }
}

function note(control: Control): void {
  entered.set(control, stateOf(control));
}

function stateOf(control: Control): Entered {
  const { value } = control;
  if (control instanceof HTMLSelectElement) return { value, checked: false, caret: null };
  const { selectionStart, selectionEnd } = control;
  const caret = selectionStart === null || selectionEnd === null ? null : ([selectionStart, selectionEnd] as const);
  return { value, checked: isBox(control) && control.checked, caret };
}

/** Whether this is not what the server sent. A radio button that was left is told by the one that was chosen. */
function isNews(control: Control, { value, checked }: Entered): boolean {
  if (control instanceof HTMLSelectElement) return value !== servedChoice(control);
  if (!isBox(control)) return value !== control.defaultValue;
  return checked !== control.defaultChecked && (checked || control.type === "checkbox");
}

function servedChoice({ options }: HTMLSelectElement): string | undefined {
  return (Array.from(options).findLast((option) => option.defaultSelected) ?? options[0])?.value;
}

function isBox(control: HTMLInputElement | HTMLTextAreaElement): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function tell(control: Control, { value, checked, caret }: Entered): void {
  if (control instanceof HTMLSelectElement) {
    control.value = value;
    return say(control, "change");
  }
  if (control.type === "file") return say(control, "change");
  if (isBox(control)) {
    if (control.checked !== checked) control.checked = checked;
    forget(control, String(!checked));
    // No MouseEvent, which would tick it once more.
    return say(control, "click");
  }
  // Only if it was drawn over: to write would end the composing of an input method, and move the caret.
  if (control.value !== value) {
    control.value = value;
    if (caret !== null && document.activeElement === control) control.setSelectionRange(...caret);
  }
  forget(control, control.defaultValue === value ? `${value} ` : control.defaultValue);
  say(control, "input");
}

function say(control: Control, kind: "input" | "change" | "click"): void {
  control.dispatchEvent(new Event(kind, { bubbles: true }));
}

/**
 * React tells nobody of a value that it takes for known. What it knows it keeps at the control itself, and offers no
 * other way to it; the browser tests fail should that ever change.
 */
function forget(control: Control, known: string): void {
  const { _valueTracker } = control as Control & { _valueTracker?: { setValue(value: string): void } | null };
  _valueTracker?.setValue(known);
}
