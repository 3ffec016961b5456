"""
Makes small tokenizers of the kinds that Hugging Face models have, each in a folder of its own, and expected.json:
the ids that Python's library gives to some texts, whole and at most 12 long. Training comes out differently each
time, so files and ids belong together.

    pip install tokenizers==0.22.2
    python make_tokenizers.py    after make.py
"""

import json
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers as n, pre_tokenizers as p, processors, trainers

here = Path(__file__).parent
known = json.loads((here / "tokens.json").read_text("utf-8"))
corpus = [case["text"] for case in known][:90] + [
    "Simmer the onions until they are golden, then add stock and rice.",
    "Bake at 200 degrees for 25 minutes; don't open the oven!",
    "Привет, мир! Быстрая лиса прыгает.", "Ein Gruß aus der Küche: Äpfel, Öl und Käse.", "東京タワーと京都の寺",
] * 4
hard = json.loads((here / "hard.json").read_text("utf-8"))
texts = ["", " ", "hello world", "Don't  stop,\nit's 12345 o'clock!", "<s>inside</s> <mask> [MASK] <|end|>"]
texts += corpus[-6:] + [case["text"] for case in known][90:] + [case["text"] for case in hard[::5]]


def trained(tokenizer, trainer, **options):
    tokenizer.train_from_iterator(corpus, trainer(show_progress=False, **options))
    return tokenizer


def roberta():
    """Bytes, mask token that takes the blank before it, dropout as in training."""
    t = Tokenizer(models.BPE(dropout=0.5))
    t.pre_tokenizer = p.ByteLevel(add_prefix_space=False)
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    trained(t, trainers.BpeTrainer, vocab_size=420, special_tokens=special, initial_alphabet=p.ByteLevel.alphabet())
    t.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
    t.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    return t


def clip():
    """End-of-word suffix, text lower-cased, an expression that picks words."""
    t = Tokenizer(models.BPE(unk_token="<|end|>", end_of_word_suffix="</w>"))
    t.normalizer = n.Sequence([n.NFC(), n.Replace(Regex(r"\s+"), " "), n.Lowercase()])
    words = Regex(r"<\|start\|>|<\|end\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+")
    t.pre_tokenizer = p.Sequence([p.Split(words, "removed", invert=True), p.ByteLevel(add_prefix_space=False)])
    options = dict(end_of_word_suffix="</w>", initial_alphabet=p.ByteLevel.alphabet())
    trained(t, trainers.BpeTrainer, vocab_size=640, special_tokens=["<|start|>", "<|end|>"], **options)
    t.post_processor = processors.RobertaProcessing(("<|end|>", 1), ("<|start|>", 0), False, False)
    return t


def llama():
    """Bytes for what is unknown, cut at the left, a sequence of post-processors."""
    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    t.normalizer = n.Sequence([n.Prepend("▁"), n.Replace(" ", "▁")])
    special = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    trained(t, trainers.BpeTrainer, vocab_size=500, special_tokens=special, limit_alphabet=60)
    template = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    t.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=False), template])
    t.enable_truncation(12, direction="left")
    return t


def unigram():
    t = Tokenizer(models.Unigram())
    t.normalizer = n.Sequence([n.Nmt(), n.NFKC(), n.Replace(Regex(" {2,}"), " ")])
    t.pre_tokenizer = p.Metaspace()
    trained(t, trainers.UnigramTrainer, vocab_size=260, special_tokens=["<s>", "<pad>", "</s>", "<unk>"], unk_token="<unk>")
    special = [("<s>", 0), ("</s>", 2)]
    t.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=special)
    return t


def bert_cased():
    """A file that pads and truncates by itself, which must not count."""
    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = n.BertNormalizer(lowercase=False)
    t.pre_tokenizer = p.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trained(t, trainers.WordPieceTrainer, vocab_size=400, special_tokens=special)
    around = [("[CLS]", 2), ("[SEP]", 3)]
    t.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=around)
    t.enable_padding(length=20)
    t.enable_truncation(5)
    return t


def words():
    """Whole words, no special tokens around, digits and punctuation apart."""
    t = Tokenizer(models.WordLevel(unk_token="<unk>"))
    t.normalizer = n.Lowercase()
    t.pre_tokenizer = p.Sequence([p.Whitespace(), p.Digits(individual_digits=True)])
    return trained(t, trainers.WordLevelTrainer, vocab_size=200, special_tokens=["<unk>"])


def ids_of(tokenizer):
    return [encoding.ids for encoding in tokenizer.encode_batch(texts)]


def main():
    expected = {}
    for make in [roberta, clip, llama, unigram, bert_cased, words]:
        name = make.__name__.replace("_", "-")
        t = make()
        (here / name).mkdir(exist_ok=True)
        (here / name / "tokenizer.json").write_text(t.to_str(pretty=False))
        direction = (t.truncation or {}).get("direction", "right")
        if name == "roberta":
            t.model.dropout = None
        t.no_padding()
        t.no_truncation()
        whole = ids_of(t)
        t.enable_truncation(12, direction=direction)
        expected[name] = {"whole": whole, "cut": ids_of(t)}
    (here / "expected.json").write_text(json.dumps({"texts": texts, "ids": expected}, separators=(",", ":")) + "\n")


main()
