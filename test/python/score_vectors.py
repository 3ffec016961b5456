"""Writes test/vectors/score/vectors.json: what SciPy, scikit-learn, statsmodels and NumPy say of small random data.

usage: python score_vectors.py FILE    with numpy, scipy, scikit-learn and statsmodels installed

What no library has (Shapley values, the expected calibration error, the draws of the bootstrap) is written here again,
as plainly as the definition reads.
"""

import itertools
import json
import math
import pathlib
import sys

import numpy as np
import scipy
import sklearn
import statsmodels
from scipy import special, stats
from sklearn.metrics import accuracy_score, average_precision_score, f1_score, recall_score, roc_auc_score
from statsmodels.stats.multitest import multipletests

random = np.random.default_rng(6)
WORD = 2**32


def steps(size, per_unit=64):
    """Normal numbers in steps of 1/64, which a float32 holds exactly and which repeat now and then."""
    return np.round(random.normal(size=size) * 1.5 * per_unit) / per_unit


# Metrics


def calibration(confidence, hit):
    """Guo et al. 2017, with the bounds of its authors' program: a bin is open below, but for the first, and closed above."""
    bounds = np.linspace(0, 1, 16)
    error = 0.0
    for low, high in zip(bounds[:-1], bounds[1:]):
        inside = (confidence > low if low > 0 else confidence >= 0) & (confidence <= high)
        if inside.any():
            error += inside.mean() * abs(hit[inside].mean() - confidence[inside].mean())
    return float(error)


def rank_metrics(scores, sets):
    both = [c for c in range(sets.shape[1]) if 0 < sets[:, c].sum() < len(sets)]
    some = [c for c in range(sets.shape[1]) if sets[:, c].sum() > 0]
    return {
        "auroc": np.mean([roc_auc_score(sets[:, c], scores[:, c]) for c in both]) if both else None,
        "map": np.mean([average_precision_score(sets[:, c], scores[:, c]) for c in some]) if some else None,
    }


def f1_metrics(truth, predicted, **options):
    scores = {f"f1-{kind}": f1_score(truth, predicted, average=kind, zero_division=0, **options)
              for kind in ("macro", "micro", "weighted")}
    return {
        **scores,
        "f1-class": f1_score(truth, predicted, average=None, zero_division=0, **options).tolist(),
        "recall-class": recall_score(truth, predicted, average=None, zero_division=0, **options).tolist(),
    }


def percent(metrics):
    scale = lambda value: [100 * one for one in value] if isinstance(value, list) else 100 * value
    return {name: None if value is None else scale(value) for name, value in metrics.items()}


def label_case(name, logits, labels):
    rows, classes = logits.shape
    probabilities = special.softmax(logits, axis=1)
    predicted = logits.argmax(axis=1)
    sets = np.eye(classes, dtype=int)[labels]
    accuracy = accuracy_score(labels, predicted)
    metrics = {
        "accuracy": accuracy,
        "f1-samples": f1_score(sets, np.eye(classes, dtype=int)[predicted], average="samples", zero_division=0),
        **f1_metrics(labels, predicted, labels=range(classes)),
        **rank_metrics(probabilities, sets),
        "ece": calibration(probabilities.max(axis=1), (labels == predicted).astype(float)),
    }
    return {"name": name, "classes": classes, "logits": logits.ravel().tolist(), "labels": labels.tolist(),
            "percent": percent(metrics)}


def sets_case(name, logits, sets):
    predicted = (logits >= 0).astype(int)
    probabilities = special.expit(logits)
    columns = range(sets.shape[1])
    metrics = {
        "accuracy": accuracy_score(sets, predicted),
        "f1-samples": f1_score(sets, predicted, average="samples", zero_division=0),
        **f1_metrics(sets, predicted),
        **rank_metrics(logits, sets),
        "ece": np.mean([calibration(probabilities[:, c], sets[:, c].astype(float)) for c in columns]),
    }
    return {"name": name, "classes": sets.shape[1], "logits": logits.ravel().tolist(), "sets": sets.ravel().tolist(),
            "percent": percent(metrics)}


def metric_cases():
    labels = lambda rows, classes: random.integers(classes, size=rows)
    related = lambda labels, classes: steps((len(labels), classes)) + np.eye(classes)[labels]
    five, two, gap = labels(80, 5), labels(60, 2), labels(40, 3)
    # Equal logits: confidences of exactly 1/3, 1/5 and 1/15, the bounds of bins.
    bounds = [(np.zeros((6, c)), np.arange(6) % c) for c in (3, 5, 15)]
    sets = (random.random((80, 6)) < 0.3).astype(int)
    coarse = np.round(random.normal(size=(50, 4)))
    sparse = np.zeros((30, 5), dtype=int)
    sparse[:, 0], sparse[:, 1] = 1, random.integers(2, size=30)
    return [
        label_case("five classes", related(five, 5), five),
        label_case("two classes, many ties", np.round(related(two, 2)), two),
        label_case("a class that does not occur, and one that is never predicted",
                   np.hstack([related(gap, 3), np.full((40, 1), -9.0), steps((40, 1))]), gap),
        label_case("one row", np.array([[0.5, -0.25]]), np.array([1])),
        label_case("sure to the last bit", np.array([[80.0, 0.0], [0.0, 90.0], [100.0, 0.0]]), np.array([0, 1, 1])),
        *[label_case(f"all {z.shape[1]} logits equal", z, y) for z, y in bounds],
        sets_case("six classes", steps((80, 6)) + sets - 0.5, sets),
        sets_case("many ties", coarse, (random.random((50, 4)) < 0.5).astype(int)),
        sets_case("classes in all rows and in none", steps((30, 5)), sparse),
        sets_case("nothing true", steps((8, 2)), np.zeros((8, 2), dtype=int)),
        sets_case("probabilities of 0 and 1", np.array([[-800.0, 60.0], [800.0, -60.0]]), np.array([[1, 1], [0, 1]])),
    ]


# Statistics


def wilcoxon_cases():
    distinct = lambda n, shift=0.3: random.normal(size=n) + shift
    tied = lambda n: random.integers(-3, 6, size=n) / 2
    without_zero = lambda n: np.where((one := tied(n)) == 0, 1.5, one)
    zero_in = lambda n: np.append(distinct(n - 1), 0.0)
    samples = [
        *[distinct(n) for n in (1, 2, 3, 5, 6, 10, 25, 49, 50, 51, 60, 120)],
        distinct(20, 3), distinct(200, 1), -np.abs(distinct(5)), -np.abs(distinct(60)),
        *[without_zero(n) for n in (2, 7, 12, 13, 14, 40, 60)],
        *[zero_in(n) for n in (2, 6, 13, 14, 50, 51)],
        *[tied(n) for n in (5, 13, 14, 30)],
        np.array([1.0, -1.0]), np.array([2.0, 2.0, 2.0, 2.0, 2.0]), np.array([0.0, 0.0, 0.0]),
    ]
    results = [(sample, stats.wilcoxon(sample)) for sample in samples]
    return [{"differences": sample.tolist(), "statistic": float(result.statistic), "p": float(result.pvalue)}
            for sample, result in results]


def mix(word):
    word ^= word >> 16
    word = word * 0x85EBCA6B % WORD
    word ^= word >> 13
    word = word * 0xC2B2AE35 % WORD
    return word ^ word >> 16


def draw_below(count, seed, counter):
    key = mix((seed + 0x9E3779B9) % WORD)
    return mix((mix(counter ^ key) + mix(key ^ 0x85EBCA77)) % WORD) * count // WORD


def bootstrap_case(differences, draws, seed):
    count = len(differences)
    picks = np.array([[draw_below(count, seed, draw * count + place) for place in range(count)]
                      for draw in range(draws)])
    means = np.array(differences)[picks].mean(axis=1)
    tail = min((means <= 1e-12).sum(), (means >= -1e-12).sum())
    low, high = np.percentile(means, [2.5, 97.5])
    return {"differences": differences, "draws": draws, "seed": seed, "p": min(1.0, 2 * (tail + 1) / (draws + 1)),
            "low": low, "high": high, "mean": float(np.mean(differences))}


def bootstrap_cases():
    sample = lambda n, shift: (np.round(random.normal(size=n) * 100 + shift) / 100).tolist()
    return [bootstrap_case(sample(n, shift), draws, seed)
            for n, shift, draws, seed in [(3, 50, 199, 0), (5, 0, 500, 1), (12, 60, 999, 4294967295), (40, 10, 300, 7)]]


def sample_cases():
    samples = [random.normal(size=n) * 3 + 70 for n in (1, 2, 3, 4, 5, 10, 31)] + [np.full(4, 62.5)]
    return [{
        "values": sample.tolist(),
        "mean": sample.mean(),
        "median": np.median(sample),
        "quartile": np.percentile(sample, 25),
        "sd": sample.std(ddof=1) if len(sample) > 1 else None,
        "half": stats.t.ppf(0.975, len(sample) - 1) * stats.sem(sample) if len(sample) > 1 else None,
    } for sample in samples]


def holm_cases():
    return [{"ps": ps, "corrected": multipletests(ps, method="holm")[1].tolist()} for ps in (
        [0.04], [0.01, 0.04, 0.03, 0.005], [0.5, 0.5, 0.9], [0.02, 0.02, 0.02, 0.02], random.random(25).tolist(),
        (random.random(40) ** 4).tolist())]


# What is derived


def shapley_case(modalities):
    """Of each modality: what it adds, averaged over every order in which all can come."""
    sets = [set_ for size in range(1, len(modalities) + 1) for set_ in itertools.combinations(modalities, size)]
    values = {set_: float(random.uniform(20, 95)) for set_ in sets}
    shares = dict.fromkeys(modalities, 0.0)
    for order in itertools.permutations(modalities):
        for place, modality in enumerate(order):
            there = lambda members: values.get(tuple(m for m in modalities if m in members), 0.0)
            shares[modality] += (there(order[:place + 1]) - there(order[:place])) / math.factorial(len(modalities))
    name = lambda set_: "complete" if set_ == tuple(modalities) else f"only-{set_[0]}" if len(set_) == 1 else "+".join(set_)
    return {"cells": {name(set_): value for set_, value in values.items()}, "shares": shares}


def curve_case(percents):
    heights = random.uniform(20, 95, size=len(percents))
    area = np.trapezoid(heights, percents) / (percents[-1] - percents[0])
    return {"cells": {f"text@{x}": y for x, y in zip(percents, heights)}, "area": area}


def main(target):
    vectors = {
        "versions": {one.__name__: one.__version__ for one in (np, scipy, sklearn, statsmodels)},
        "metrics": metric_cases(),
        "samples": sample_cases(),
        "t": [float(stats.t.ppf(0.975, n - 1)) for n in range(2, 201)],
        "normal": [[z, float(2 * stats.norm.sf(abs(z)))] for z in
                   (0, 1e-9, 0.1, -0.5, 1, 1.96, -2.5, 2.8, 2.83, 3, 4, 6, 10, -20, 37)],
        "wilcoxon": wilcoxon_cases(),
        "bootstrap": bootstrap_cases(),
        "holm": holm_cases(),
        "shapley": [shapley_case(["image", "text"]), shapley_case(["image", "text", "audio"]),
                    shapley_case(["image", "text", "audio", "video"])],
        "curves": [curve_case([0, 100]), curve_case([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]),
                   curve_case([5, 7, 50, 90])],
    }
    target.write_text(json.dumps(vectors, separators=(",", ":"), allow_nan=False) + "\n")


main(pathlib.Path(sys.argv[1]))
