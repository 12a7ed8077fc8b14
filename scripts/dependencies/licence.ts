/**
 * Whether an SPDX expression can be met with licences that are allowed: one side of an OR, both sides of an AND; AND
 * binds more tightly. The operators may be in small letters, as some packages have them. False for what is no expression,
 * and for what an exception (WITH) changes.
 */
export function isMet(expression: string, isAllowed: (licence: string) => boolean): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const next = (word: string) => tokens[at]?.toUpperCase() === word && ++at > 0;

  const either = (): boolean => {
    let met = both();
    while (next("OR")) met = both() || met;
    return met;
  };
  const both = (): boolean => {
    let met = one();
    while (next("AND")) met = one() && met;
    return met;
  };
  const one = (): boolean => {
    if (!next("(")) return isAllowed(tokens[at++] ?? "");
    const met = either();
    return next(")") && met;
  };

  const met = either();
  return met && at === tokens.length;
}
