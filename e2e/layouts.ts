/** A key as a browser reports it; what is left out is false. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
}

/** A keyboard layout: four rows of what the keys type, without Shift and with it, and where `@` is if it needs more. */
export interface Layout {
  readonly base: readonly string[];
  readonly shift: readonly string[];
  /** The key that types `@` with AltGr (which Windows reports as Ctrl and Alt), or with Option. */
  readonly altGr?: string;
  readonly option?: string;
}

/** The places of the keys, row by row, as KeyboardEvent.code has them. */
const PLACES = [
  "Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal",
  "KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight",
  "KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote",
  "KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash",
].flatMap((row) => row.split(" "));

const QWERTY = { top: "q w e r t y u i o p", home: "a s d f g h j k l", low: "z x c v b n m" };
const QWERTZ = { top: "q w e r t z u i o p", home: "a s d f g h j k l", low: "y x c v b n m" };
const AZERTY = { top: "a z e r t y u i o p", home: "q s d f g h j k l m", low: "w x c v b n" };
const big = (row: string) => row.toUpperCase();

/** By the tables of Windows, except where a name says otherwise; the kanas of Japan are another mode of its board. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  US: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", `${QWERTY.top} [ ]`, `${QWERTY.home} ; '`, `${QWERTY.low} , . /`],
    shift: ["! @ # $ % ^ & * ( ) _ +", `${big(QWERTY.top)} { }`, `${big(QWERTY.home)} : "`, `${big(QWERTY.low)} < > ?`],
  },
  UK: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", `${QWERTY.top} [ ]`, `${QWERTY.home} ; '`, `${QWERTY.low} , . /`],
    shift: ['! " £ $ % ^ & * ( ) _ +', `${big(QWERTY.top)} { }`, `${big(QWERTY.home)} : @`, `${big(QWERTY.low)} < > ?`],
  },
  French: {
    base: ["& é \" ' ( - è _ ç à ) =", `${AZERTY.top} Dead $`, `${AZERTY.home} ù`, `${AZERTY.low} , ; : !`],
    shift: [
      "1 2 3 4 5 6 7 8 9 0 ° +",
      `${big(AZERTY.top)} Dead £`,
      `${big(AZERTY.home)} %`,
      `${big(AZERTY.low)} ? . / §`,
    ],
    altGr: "Digit0",
  },
  Belgian: {
    base: ["& é \" ' ( § è ! ç à ) -", `${AZERTY.top} Dead $`, `${AZERTY.home} ù`, `${AZERTY.low} , ; : =`],
    shift: [
      "1 2 3 4 5 6 7 8 9 0 ° _",
      `${big(AZERTY.top)} Dead *`,
      `${big(AZERTY.home)} %`,
      `${big(AZERTY.low)} ? . / +`,
    ],
    altGr: "Digit2",
  },
  German: {
    base: ["1 2 3 4 5 6 7 8 9 0 ß Dead", `${QWERTZ.top} ü +`, `${QWERTZ.home} ö ä`, `${QWERTZ.low} , . -`],
    shift: [
      '! " § $ % & / ( ) = ? Dead',
      `${big(QWERTZ.top)} Ü *`,
      `${big(QWERTZ.home)} Ö Ä`,
      `${big(QWERTZ.low)} ; : _`,
    ],
    altGr: "KeyQ",
  },
  "German for Macs": {
    base: ["1 2 3 4 5 6 7 8 9 0 ß Dead", `${QWERTZ.top} ü +`, `${QWERTZ.home} ö ä`, `${QWERTZ.low} , . -`],
    shift: [
      '! " § $ % & / ( ) = ? Dead',
      `${big(QWERTZ.top)} Ü *`,
      `${big(QWERTZ.home)} Ö Ä`,
      `${big(QWERTZ.low)} ; : _`,
    ],
    option: "KeyL",
  },
  Swiss: {
    base: ["1 2 3 4 5 6 7 8 9 0 ' Dead", `${QWERTZ.top} ü Dead`, `${QWERTZ.home} ö ä`, `${QWERTZ.low} , . -`],
    shift: [
      '+ " * ç % & / ( ) = ? Dead',
      `${big(QWERTZ.top)} è !`,
      `${big(QWERTZ.home)} é à`,
      `${big(QWERTZ.low)} ; : _`,
    ],
    altGr: "Digit2",
  },
  Spanish: {
    base: ["1 2 3 4 5 6 7 8 9 0 ' ¡", `${QWERTY.top} Dead +`, `${QWERTY.home} ñ Dead`, `${QWERTY.low} , . -`],
    shift: [
      '! " · $ % & / ( ) = ? ¿',
      `${big(QWERTY.top)} Dead *`,
      `${big(QWERTY.home)} Ñ Dead`,
      `${big(QWERTY.low)} ; : _`,
    ],
    altGr: "Digit2",
  },
  Swedish: {
    base: ["1 2 3 4 5 6 7 8 9 0 + Dead", `${QWERTY.top} å Dead`, `${QWERTY.home} ö ä`, `${QWERTY.low} , . -`],
    shift: [
      '! " # ¤ % & / ( ) = ? Dead',
      `${big(QWERTY.top)} Å Dead`,
      `${big(QWERTY.home)} Ö Ä`,
      `${big(QWERTY.low)} ; : _`,
    ],
    altGr: "Digit2",
  },
  Czech: {
    base: ["+ ě š č ř ž ý á í é = Dead", `${QWERTZ.top} ú )`, `${QWERTZ.home} ů §`, `${QWERTZ.low} , . -`],
    shift: [
      "1 2 3 4 5 6 7 8 9 0 % Dead",
      `${big(QWERTZ.top)} / (`,
      `${big(QWERTZ.home)} " !`,
      `${big(QWERTZ.low)} ? : _`,
    ],
    altGr: "KeyV",
  },
  Turkish: {
    base: ["1 2 3 4 5 6 7 8 9 0 * -", "q w e r t y u ı o p ğ ü", `${QWERTY.home} ş i`, `${QWERTY.low} ö ç .`],
    shift: [
      "! ' Dead + % & / ( ) = ? _",
      "Q W E R T Y U I O P Ğ Ü",
      `${big(QWERTY.home)} Ş İ`,
      `${big(QWERTY.low)} Ö Ç :`,
    ],
    altGr: "KeyQ",
  },
  Dvorak: {
    base: ["1 2 3 4 5 6 7 8 9 0 [ ]", "' , . p y f g c r l / =", "a o e u i d h t n s -", "; q j k x b m w v z"],
    shift: ["! @ # $ % ^ & * ( ) { }", '" < > P Y F G C R L ? +', "A O E U I D H T N S _", ": Q J K X B M W V Z"],
  },
  Colemak: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", "q w f p g j l u y ; [ ]", "a r s t d h n e i o '", "z x c v b k m , . /"],
    shift: ["! @ # $ % ^ & * ( ) _ +", "Q W F P G J L U Y : { }", 'A R S T D H N E I O "', "Z X C V B K M < > ?"],
  },
  Bépo: {
    base: ['" « » ( ) @ + - / * = %', "b é p o è Dead v d l j z w", "a u i e , c t s r n m", "à y x . k ’ q g h f"],
    shift: ["1 2 3 4 5 6 7 8 9 0 ° `", "B É P O È ! V D L J Z W", "A U I E ; C T S R N M", "À Y X : K ? Q G H F"],
  },
  Russian: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", "й ц у к е н г ш щ з х ъ", "ф ы в а п р о л д ж э", "я ч с м и т ь б ю ."],
    shift: ['! " № ; % : ? * ( ) _ +', "Й Ц У К Е Н Г Ш Щ З Х Ъ", "Ф Ы В А П Р О Л Д Ж Э", "Я Ч С М И Т Ь Б Ю ,"],
  },
  Greek: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", "; ς ε ρ τ υ θ ι ο π [ ]", "α σ δ φ γ η ξ κ λ Dead '", "ζ χ ψ ω β ν μ , . /"],
    shift: ["! @ # $ % ^ & * ( ) _ +", ": ΅ Ε Ρ Τ Υ Θ Ι Ο Π { }", 'Α Σ Δ Φ Γ Η Ξ Κ Λ Dead "', "Ζ Χ Ψ Ω Β Ν Μ < > ?"],
  },
  Hebrew: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", "/ ' ק ר א ט ו ן ם פ ] [", "ש ד ג כ ע י ח ל ך ף ,", "ז ס ב ה נ מ צ ת ץ ."],
    shift: ["! @ # $ % ^ & * ) ( _ +", "Q W E R T Y U I O P } {", 'A S D F G H J K L : "', "Z X C V B N M > < ?"],
  },
  Arabic: {
    base: ["1 2 3 4 5 6 7 8 9 0 - =", "ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا ت ن م ك ط", "ئ ء ؤ ر لا ى ة و ز ظ"],
    shift: ["! @ # $ % ^ & * ) ( _ +", "َ ً ُ ٌ لإ إ ` ÷ × ؛ < >", 'ِ ٍ ] [ لأ أ ـ ، / : "', "~ ْ } { لآ آ ' , . ؟"],
  },
  "Arabic for Macs": {
    base: ["١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠ - =", "ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا ت ن م ك ط", "ئ ء ؤ ر لا ى ة و ز ظ"],
    shift: ["! @ # $ % ^ & * ) ( _ +", "َ ً ُ ٌ ْ ٰ ~ ÷ × ؛ < >", 'ّ … ] [ ﷲ أ ـ ، / : "', "ﷺ ٪ } { ﻻ آ ' , . ؟"],
  },
  Japanese: {
    base: ["1 2 3 4 5 6 7 8 9 0 - ^", `${QWERTY.top} @ [`, `${QWERTY.home} ; :`, `${QWERTY.low} , . /`],
    shift: [
      "! \" # $ % & ' ( ) Shift = ~",
      `${big(QWERTY.top)} \` {`,
      `${big(QWERTY.home)} + *`,
      `${big(QWERTY.low)} < > ?`,
    ],
  },
  "Japanese kanas": {
    base: [
      "ぬ ふ あ う え お や ゆ よ わ ほ へ",
      "た て い す か ん な に ら せ ゛ ゜",
      "ち と し は き く ま の り れ け",
      "つ さ そ ひ こ み も ね る め",
    ],
    shift: [
      "ぬ ふ ぁ ぅ ぇ ぉ ゃ ゅ ょ を ー へ",
      "た て ぃ す か ん な に ら せ ゛ 「",
      "ち と し は き く ま の り れ け",
      "っ さ そ ひ こ み も 、 。 ・",
    ],
  },
};

/** Every key of a layout, without Shift and with it. */
export function keysOf(layout: Layout): Pressed[] {
  const typed = (rows: readonly string[]) => rows.join(" ").split(" ");
  const [base, shift] = [typed(layout.base), typed(layout.shift)];
  return [
    ...PLACES.map((code, i) => ({ code, key: base[i] ?? "" })),
    ...PLACES.map((code, i) => ({ code, key: shift[i] ?? "", shiftKey: true })),
  ];
}

/** How this layout types `@`; null: not at all. */
export function atSignOf(layout: Layout): Pressed | null {
  if (layout.altGr !== undefined) return { key: "@", code: layout.altGr, ctrlKey: true, altKey: true };
  if (layout.option !== undefined) return { key: "@", code: layout.option, altKey: true };
  return keysOf(layout).find(({ key }) => key === "@") ?? null;
}
