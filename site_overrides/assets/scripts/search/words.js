// Words as readers type them: in other forms, by ear, with slips of the finger.

// Lists the words of a text as generator/rendering/search/words.py does: small letters, no accents, no apostrophes.
export function wordsOf(text) {
  return text.replace(/['’‘]/g, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

// Takes the endings off an English word, so that “massaging” and “massages” are one. Both sides are treated alike, so
// what is left need not be a word.
export function stemOf(word) {
  let stem = word;
  if (stem.length > 3) {
    if (/ies$/.test(stem) && stem.length > 4) stem = stem.slice(0, -3) + "y";
    else if (/(?:s|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
    else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1);
  }
  const shorter = stem.replace(/(?:ing|ed|ness)$/, "");
  if (shorter !== stem && shorter.length > 2 && /[aeiouy]/.test(shorter)) stem = shorter.replace(/([bdgmnprt])\1$/, "$1");
  if (stem.length > 3) stem = stem.replace(/e$/, "");
  return stem.length > 2 ? stem.replace(/y$/, "i") : stem;
}

const SOUNDS = [
  [/^(?:kn|gn)/, "n"], [/^wr/, "r"], [/^ps/, "s"], [/^x/, "s"], [/tch/g, "k"], [/sch/g, "sk"], [/sc(?=[eiy])/g, "s"],
  [/ch/g, "k"], [/ph/g, "f"], [/gh/g, ""], [/rh/g, "r"], [/th/g, "t"], [/ck/g, "k"], [/c(?=[eiy])/g, "s"], [/[cq]/g, "k"],
  [/dg(?=e)/g, "j"], [/g(?=[eiy])/g, "j"], [/x/g, "ks"], [/z/g, "s"], [/v/g, "f"], [/(.)\1+/g, "$1"],
  [/^[aeiouyhw]+/, "a"], [/(?<!^)[aeiouyhw]+/g, ""], [/(.)\1+/g, "$1"],
];

// Gives a key that words share which sound nearly alike: “siatica” and “sciatica”.
export function soundOf(word) {
  return SOUNDS.reduce((key, [sign, sound]) => key.replace(sign, sound), word);
}

// Counts the slips between two words: a letter too many, missing, wrong, or two changed about (optimal string alignment);
// a number above `most` where there are more.
export function slipsBetween(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + differs);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}
