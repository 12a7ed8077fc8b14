/** What people type, written in one way: spaces, digits in groups, small letters, flags in any order, any dash for nothing. */
export function plain(text: string): string {
  const bare = text.normalize("NFKC").trim().toUpperCase();
  if (/^[-–—]$/.test(bare)) return "–";
  if (/^[\d\s_,']+$/.test(bare)) return String(Number(bare.replace(/\D/g, "")));
  return bare
    .split(/[\s,+，、]+/)
    .sort()
    .join();
}
