const letters: Readonly<Record<string, string>> = {
  å: 'a',
  ä: 'a',
  ö: 'u',
  o: 'u',
  e: 'i',
  y: 'i',
  j: 'i',
  c: 'k',
  q: 'k',
  x: 'h',
  w: 'v',
  z: 's',
};
/** Consonants after which an h only marks how to breathe. */
const breathed = 'dtgk';

/**
 * A name as it sounds, whatever the spelling: Faadumo and Fadumo, Mohamed and Muhammed, Yuliia and Julia meet.
 * Doubled letters become one, "kh" and "x" h, "ph" f, "ou" and "o" u, "ee", "y" and "j" i, "c" and "q" k, "w" v, "z" s.
 */
export function soundOf(key: string): string {
  let out = '';
  for (let i = 0; i < key.length; i += 1) {
    const char = key.charAt(i);
    const next = key.charAt(i + 1);
    let sound = letters[char] ?? char;
    if (char === 'h' && out !== '' && breathed.includes(key.charAt(i - 1))) {
      if (key.charAt(i - 1) === 'k') out = out.slice(0, -1);
      else continue;
    } else if (char === 'p' && next === 'h') {
      sound = 'f';
      i += 1;
    } else if ((char === 'c' || char === 's') && next === 'h') {
      sound = '$';
      i += 1;
    } else if (char === 'h' && next === '' && out.length > 2) continue;
    if (out.charAt(out.length - 1) !== sound) out += sound;
  }
  return out;
}
