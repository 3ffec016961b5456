"""
Makes hard.json: texts of difficult Unicode and the ids that BertTokenizerFast gives them, for an uncased model, a
cased one, and the two mixed forms of the options. Of 20,000 random texts it keeps those that a tokenizer with one
likely mistake gets wrong (the slow BertTokenizer with its newer Unicode and its final sigma is one of them).

    pip install transformers==4.57.6 tokenizers==0.22.2
    python make.py              writes hard.json beside this file
    python make.py --all FILE   writes all 20,000 to FILE instead, one JSON object a line
"""

import json
import random
import sys
from pathlib import Path

from transformers import BertTokenizer, BertTokenizerFast

here = Path(__file__).parent
vocabulary = here / "vocab.txt"
words = [w for w in vocabulary.read_text("utf-8").split("\n") if w and not w.startswith("[")]
forms = {
    "uncased": dict(do_lower_case=True),
    "cased": dict(do_lower_case=False),
    "lowerKeepAccents": dict(do_lower_case=True, strip_accents=False),
    "casedStripAccents": dict(do_lower_case=False, strip_accents=True),
}
tokenizers = {name: BertTokenizerFast(str(vocabulary), **options) for name, options in forms.items()}

# First and last code point of what is drawn from, with the number of lots that each has.
blocks = [
    (0x20, 0x7E, 12), (0x00, 0x1F, 2), (0x7F, 0xA0, 2), (0xA1, 0xFF, 8), (0x100, 0x24F, 6), (0x250, 0x2FF, 2),
    (0x300, 0x36F, 6), (0x370, 0x3FF, 6), (0x400, 0x52F, 3), (0x531, 0x58A, 2), (0x591, 0x5F4, 2), (0x600, 0x6FF, 3),
    (0x700, 0x8FF, 2), (0x900, 0xDFF, 4), (0xE00, 0xFFF, 3), (0x1000, 0x10FF, 2), (0x1100, 0x11FF, 2),
    (0x1200, 0x1C7F, 3), (0x1C80, 0x1CFF, 1), (0x1AB0, 0x1AFF, 2), (0x1D00, 0x1DFF, 2), (0x1E00, 0x1FFF, 6),
    (0x2000, 0x206F, 6), (0x2070, 0x20FF, 3), (0x2100, 0x2BFF, 4), (0x2C00, 0x2E7F, 3), (0x3000, 0x30FF, 4),
    (0x3100, 0x33FF, 2), (0x3400, 0x4DBF, 2), (0x4DC0, 0x9FFF, 6), (0xA000, 0xABFF, 3), (0xAC00, 0xD7AF, 3),
    (0xE000, 0xF8FF, 1), (0xF900, 0xFAFF, 2), (0xFB00, 0xFDFF, 2), (0xFE00, 0xFE6F, 3), (0xFE70, 0xFFFF, 4),
    (0x10000, 0x10FFF, 3), (0x11000, 0x11FFF, 3), (0x12000, 0x167FF, 1), (0x16800, 0x16FFF, 2), (0x1B000, 0x1BCFF, 1),
    (0x1D000, 0x1D7FF, 4), (0x1DA00, 0x1EFFF, 3), (0x1F000, 0x1FAFF, 4), (0x20000, 0x2A6DF, 1), (0x2A700, 0x2FA1F, 2),
    (0x30000, 0x323AF, 1), (0xE0000, 0xE01FF, 2), (0xF0000, 0x10FFFF, 1),
]
lots = [lot for *_, lot in blocks]
marks = "\u0301\u0308\u0323\u0327\u0345\u0338\u0307\u031b\u05b7\u064b\u093c\u0e48\u3099\u1abe\u1dff\u20d0\u20e3\ufe0f"
spaces = " \t\n\r\u0085\u00a0\u1680\u2002\u2028\u2029\u202f\u205f\u3000\u000b\u000c\u001c\u180e\u200b\ufeff"
special = ["[CLS]", "[SEP]", "[MASK]", "[PAD]", "[UNK]", "[cls]", "[MASK", "[[MASK]]", "[unused1]", "##ing", "[ SEP ]"]
tricky = "İıŁłßẞΣςσΟΔΟΣΆΐΰŉǰǅǈẖẗŒﬁﬃﷺÅÅKΩ①²½Ⅷ㍿ⓐ𝐀𝒜ⒶＡａ１！～￥가각힣ㄱᄀᆨກำแำོྀ҈҉❤️👩‍🚀👍🏽🇩🇪æŒøđħŧþðªºµ·¿¡«»„“”‘’‚–—…•‰′″‹›₤€№™ℓ℮⅓←∑∞"


def character(draw):
    first, last, _ = draw.choices(blocks, lots)[0]
    code = draw.randint(first, last)
    return "x" if 0xD800 <= code <= 0xDFFF else chr(code)


def piece(draw):
    kind = draw.randrange(14)
    word = draw.choice(words)
    if kind <= 2:
        return word.removeprefix("##")
    if kind == 3:
        return draw.choice([word.upper(), word.title(), word.removeprefix("##") + draw.choice(words).removeprefix("##")])
    if kind == 4:
        return "".join(letter + draw.choice(["", "", draw.choice(marks)]) for letter in word)
    if kind == 5:
        return draw.choice(special)
    if kind == 6:
        return "".join(draw.choice(tricky) for _ in range(draw.randint(1, 5)))
    if kind == 7:
        return "".join(draw.choice("ΑΒΣσςΟΔ.'’- \u00ad\u0301") for _ in range(draw.randint(1, 6)))
    if kind == 8:
        return draw.choice(["é", "a", "\U0001d41a", "가", "ß", "a\u0301"]) * draw.choice([2, 49, 50, 51, 99, 100, 101, 201])
    if kind == 9:
        return "".join(draw.choice(marks) for _ in range(draw.randint(1, 6)))
    return "".join(character(draw) for _ in range(draw.randint(1, 6)))


def text(draw):
    pieces = (piece(draw) for _ in range(draw.randint(1, 7)))
    return "".join(part + draw.choice(["", "", " ", " ", draw.choice(spaces)]) for part in pieces)


def ids_of(tokenizer, texts):
    return tokenizer(texts, add_special_tokens=True)["input_ids"]


def mistaken():
    """Tokenizers that make one mistake each."""
    def changed(change):
        state = json.loads(tokenizers["uncased"].backend_tokenizer.to_str())
        change(state)
        return BertTokenizerFast(tokenizer_object=type(tokenizers["uncased"].backend_tokenizer).from_str(json.dumps(state)))

    yield changed(lambda state: state["normalizer"].update(clean_text=False))
    yield changed(lambda state: state["normalizer"].update(handle_chinese_chars=False))
    yield changed(lambda state: state["normalizer"].update(strip_accents=False))
    yield changed(lambda state: state["normalizer"].update(lowercase=False, strip_accents=True))
    yield changed(lambda state: state["model"].update(max_input_chars_per_word=99))
    yield changed(lambda state: state["model"].update(max_input_chars_per_word=101))
    yield changed(lambda state: state.update(pre_tokenizer={"type": "Whitespace"}))
    yield changed(lambda state: state.update(added_tokens=[]))
    yield BertTokenizer(str(vocabulary))


def hardest(texts, ids, draw):
    kept = {}
    for tokenizer in mistaken():
        theirs = ids_of(tokenizer, texts)
        wrong = [i for i in range(len(texts)) if theirs[i] != ids[i] and len(texts[i]) <= 150]
        # What distinguishes by known tokens is better than what is [UNK] throughout.
        wrong.sort(key=lambda i: (ids[i].count(100) / len(ids[i]), len(texts[i])))
        kept.update(dict.fromkeys(wrong[:20] + draw.sample(wrong, min(20, len(wrong)))))
    return sorted(kept)


def main():
    draw = random.Random(20)
    texts = [text(draw) for _ in range(20_000)]
    ids = {name: ids_of(tokenizer, texts) for name, tokenizer in tokenizers.items()}
    every = "--all" in sys.argv
    chosen = range(len(texts)) if every else hardest(texts, ids["uncased"], draw)
    cases = [json.dumps({"text": texts[i], **{name: ids[name][i] for name in forms}}, separators=(",", ":")) for i in chosen]
    if every:
        Path(sys.argv[-1]).write_text("\n".join(cases) + "\n")
    else:
        (here / "hard.json").write_text("[\n" + ",\n".join(cases) + "\n]\n")
    print(len(cases), "cases")


main()
