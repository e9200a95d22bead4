#!/usr/bin/env python3
"""Repairs a text with a peer: repair-peers.py PEER < text > text

'repair-peers.py count FILE… > COUNTS' counts words for symspell.

pyvi        restores marks that were stripped (PyPI)
underthesea restores marks, in versions that have restore_diacritics (PyPI)
symspell    'symspell COUNTS' corrects each word to the most frequent one near it (PyPI symspellpy)
hunspell    takes hunspell's first suggestion for each word it does not know (Debian hunspell-vi)

Exit code 3 says that the peer is not there, or cannot do it.
"""
import atexit
import collections
import re
import subprocess
import sys

WORD = re.compile(r"[^\W\d_]+")


def missing(message):
    print(message, file=sys.stderr)
    sys.exit(3)


def cased(word, pattern):
    """The word with the letter case of the pattern."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def pyvi():
    try:
        from pyvi import ViDiac
    except ImportError:
        missing("pyvi is not installed")

    class Letters(dict):
        """The table of letters; a combination that is none, which it stops at, stays bare."""

        def __missing__(self, key):
            return key[0]

    ViDiac.ViDiac.reversed_mapping = Letters(ViDiac.ViDiac.reversed_mapping)

    def line(text):
        # It guesses the case anew; where it kept the letters apart, give it the case of the input.
        output = ViDiac.add_accents(text) if text else ""
        if len(output) != len(text):
            return output
        return "".join(new.upper() if old.isupper() else new.lower()
                       for old, new in zip(text, output))

    return line


def underthesea():
    try:
        import underthesea
        from underthesea import restore_diacritics
    except ImportError:
        try:
            missing(f"underthesea {underthesea.__version__} does not restore marks")
        except NameError:
            missing("underthesea is not installed")
    return restore_diacritics


def count(paths):
    counts = collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as file:
            for text in file:
                counts.update(WORD.findall(text.lower()))
    # What occurs once or twice in a large text is mostly no word.
    least = 3 if len(counts) > 100_000 else 1
    for word, number in counts.most_common():
        if number >= least:
            print(word, number)


def symspell(counts):
    try:
        from symspellpy import SymSpell, Verbosity
    except ImportError:
        missing("symspellpy is not installed")
    speller = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    with open(counts, encoding="utf-8") as file:
        for text in file:
            word, number = text.split()
            speller.create_dictionary_entry(word, int(number))

    def correct(match):
        word = match.group()
        found = speller.lookup(word.lower(), Verbosity.TOP, max_edit_distance=2)
        return cased(found[0].term, word) if found else word

    return lambda text: WORD.sub(correct, text)


def hunspell():
    try:
        process = subprocess.Popen(
            ["hunspell", "-d", "vi_VN", "-i", "utf-8", "-a"], text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        missing("hunspell is not installed")
    if not process.stdout.readline():
        missing("hunspell has no vi_VN dictionary")
    # A child that nobody waits for is left out of the processor time.
    atexit.register(lambda: (process.stdin.close(), process.wait()))
    known = {}

    def suggestion(word):
        if word not in known:
            process.stdin.write("^" + word + "\n")
            process.stdin.flush()
            known[word] = word
            while (answer := process.stdout.readline().strip()):
                if answer.startswith("&"):
                    known[word] = answer.split(": ", 1)[1].split(", ")[0]
        return known[word]

    return lambda text: WORD.sub(lambda match: suggestion(match.group()), text)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    peer, files = sys.argv[1], sys.argv[2:]
    if peer == "count":
        count(files)
        return
    makers = {"pyvi": pyvi, "underthesea": underthesea, "symspell": symspell,
              "hunspell": hunspell}
    repair = makers[peer](*files)
    for text in sys.stdin.buffer:
        text = text.decode("utf-8", "replace").rstrip("\n")
        print(repair(text))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
